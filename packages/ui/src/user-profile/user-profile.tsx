'use client'
import type { Environment } from '@latchkey/js'
import { useLatchkey, useSnapshot, useUrls } from '@latchkey/react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Look, useLook } from '../appearance/look.tsx'
import { Root } from '../appearance/root.tsx'
import type { Look as LookOf } from '../appearance/types.ts'
import { otherForm } from '../flow/other-form.ts'
import { outageOf } from '../flow/problem.ts'
import { sentenceOf } from '../flow/sentence.ts'
import { useEnvironment } from '../flow/use-environment.ts'
import { Alert } from '../parts/alert.tsx'
import { PrimaryButton } from '../parts/primary-button.tsx'
import { Spinner } from '../parts/spinner.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useAction } from '../parts/use-action.ts'
import { useProfileWords } from '../words/profile.ts'
import { useWords, type Words, WordsContext } from '../words/words.ts'
import { AddressesSection } from './addresses-section.tsx'
import { DangerSection } from './danger-section.tsx'
import { DevicesSection } from './devices-section.tsx'
import { NamesSection } from './names-section.tsx'
import { SayContext } from './say.ts'
import { useFocusKeeper } from './use-focus-keeper.ts'

/** What {@link UserProfile} takes. */
export interface UserProfileProps {
  readonly appearance?: LookOf
  /** Where its parts stand in the URL. It has one page, so that there is nothing to put there. */
  readonly routing?: 'hash' | 'path' | 'virtual'
  readonly path?: string
  /** Settings that came with the page. */
  readonly environment?: Environment | null
}

/** The account of whoever is signed in: name, addresses, devices, and its end. */
export function UserProfile({ appearance, environment = null }: UserProfileProps) {
  return (
    <Look of="userProfile" appearance={appearance}>
      <Root data-wide="">
        <Profile given={environment} />
      </Root>
    </Look>
  )
}

function Profile({ given }: { readonly given: Environment | null }) {
  const { el, options } = useLook()
  const words = useAccountWords()
  const profile = useProfileWords()
  const latchkey = useLatchkey()
  const { phase, failure, user } = useSnapshot()
  const environment = useEnvironment(given)
  const [settled, setSettled] = useState(false)
  const [said, setSaid] = useState({ what: '', count: 0 })
  const say = useCallback((what: string) => setSaid(({ count }) => ({ what, count: count + 1 })), [])
  const kept = useFocusKeeper()
  const again = useAction()
  const away = phase === 'unreachable' && !again.busy
  const out = phase === 'ready'
  useEffect(() => {
    void latchkey.load()
  }, [latchkey])
  return (
    <div
      {...el('card', 'profile')}
      ref={kept}
      data-state={user !== null ? 'profile' : away ? 'unreachable' : out ? 'signed-out' : 'loading'}
      data-elevation={options.elevation}
    >
      <div {...el('main')}>
        <header {...el('header')}>
          <h1 {...el('headerTitle')} tabIndex={-1}>
            {profile.title}
          </h1>
          <p {...el('headerSubtitle')}>{profile.subtitle}</p>
        </header>
        {user === null ? (
          away ? (
            <Alert
              action={
                <TextButton of="alertAction" onClick={() => void again.run(() => latchkey.reload())}>
                  {words.action.tryAgain}
                </TextButton>
              }
            >
              {sentenceOf(outageOf(failure), words)}
            </Alert>
          ) : out ? (
            <SignedOutAccount />
          ) : (
            <div {...el('loading')} role="status" aria-label={words.loading}>
              <Spinner />
            </div>
          )
        ) : (
          <WordsContext value={words}>
            <SayContext value={say}>
              <p className="lk-heard" role="status">
                <span key={said.count}>{said.what}</span>
              </p>
              <div {...el('profilePage')}>
                <NamesSection user={user} environment={environment} />
                <AddressesSection user={user} environment={environment} />
                <DevicesSection user={user} onSettled={() => setSettled(true)} />
                {/* Below a list that is still to come, it would be pushed down under somebody's finger. */}
                {settled && environment.deleteSelf && user.deleteSelfEnabled && <DangerSection user={user} />}
              </div>
            </SayContext>
          </WordsContext>
        )}
      </div>
    </div>
  )
}

/** Nobody is signed in here, or no longer: another device has ended the session. */
function SignedOutAccount() {
  const { el } = useLook()
  const profile = useProfileWords()
  const latchkey = useLatchkey()
  const { signInUrl } = useUrls()
  const signIn = useAction()
  const go = async () => latchkey.navigate(otherForm(signInUrl, { redirectUrl: location.pathname + location.search, emailAddress: '' }))
  return (
    <div {...el('loading', 'signedOut')}>
      <p role="alert">{profile.signedOut}</p>
      <PrimaryButton type="button" busy={signIn.busy} onClick={() => void signIn.run(go)}>
        {profile.signIn}
      </PrimaryButton>
    </div>
  )
}

/** The words, but for what a form says of an attempt and the account of an address or a device. */
function useAccountWords(): Words {
  const words = useWords()
  const { gone } = useProfileWords()
  return useMemo(() => ({ ...words, errors: { ...words.errors, resource_not_found: gone } }), [words, gone])
}
