'use client'
import type { Environment } from '@latchkey/js'
import { useLatchkey, useSnapshot, useUrls } from '@latchkey/react'
import type { CardWords } from '@latchkey/words'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Look, useLook } from '../appearance/look.tsx'
import { Root } from '../appearance/root.tsx'
import type { Look as LookOf } from '../appearance/types.ts'
import { otherForm } from '../flow/other-form.ts'
import { outageOf, sentenceOf } from '../flow/problem.ts'
import { useEnvironment } from '../flow/use-environment.ts'
import { Alert } from '../parts/alert.tsx'
import { PrimaryButton, Spinner, TextButton } from '../parts/buttons.tsx'
import { useAction } from '../parts/use-action.ts'
import { useAccountWords } from '../words/account.ts'
import { useWords, WordsContext } from '../words/words.ts'
import { AddressesSection } from './addresses-section.tsx'
import { DangerSection } from './danger-section.tsx'
import { DevicesSection } from './devices-section.tsx'
import { NamesSection } from './names-section.tsx'
import { SayContext } from './section.tsx'
import { UsernameSection } from './username-section.tsx'

// With the account, which asks most of all.
export { reverifying } from '../reverification/reverification-card.tsx'

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
  const words = useWordsOfAccount()
  const profile = useAccountWords()
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
                {environment.username.enabled && <UsernameSection user={user} setting={environment.username} />}
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
  const profile = useAccountWords()
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
function useWordsOfAccount(): CardWords {
  const words = useWords()
  const { gone } = useAccountWords()
  return useMemo(() => ({ ...words, errors: { ...words.errors, resource_not_found: gone } }), [words, gone])
}

/** What a form was in: an entry of a list, or a part of the account. */
const PLACE = 'li, section'

/**
 * Keeps the focus within an element: when what had it is no longer there, it goes to the button that opened the form it was in
 * (`data-opens`), or to the heading of the part it was in, and never to the top of the page.
 */
export function useFocusKeeper(): RefObject<HTMLDivElement | null> {
  const kept = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const root = kept.current!
    let path: readonly Element[] = []
    const noted = ({ target }: FocusEvent) => {
      path = []
      for (let at = target as Element | null; at && at !== root; at = at.parentElement) path = [...path, at]
    }
    const left = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null && !root.contains(relatedTarget as Node)) path = []
    }
    const observer = new MutationObserver(() => {
      const { activeElement, body } = document
      if (path.length === 0 || path[0]!.isConnected || (activeElement !== null && activeElement !== body)) return
      heir(root, path)?.focus()
    })
    root.addEventListener('focusin', noted)
    root.addEventListener('focusout', left)
    observer.observe(root, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      root.removeEventListener('focusin', noted)
      root.removeEventListener('focusout', left)
    }
  }, [])
  return kept
}

/** Who has the focus next. @param path what had it, and what that was in, inside out */
function heir(root: HTMLElement, path: readonly Element[]): HTMLElement | null {
  const place = path.some((at) => at.matches('form')) ? path.find((at) => at.matches(PLACE)) : undefined
  const openers = place?.isConnected ? [...place.querySelectorAll<HTMLElement>('[data-opens]')] : []
  const part = path.find((at) => at.matches('section') && at.isConnected) ?? root
  return openers.find((opener) => opener.closest(PLACE) === place) ?? part.querySelector<HTMLElement>('[tabindex="-1"]')
}
