'use client'
import type { Environment } from '@latchkey/js'
import { useLatchkey, useSnapshot } from '@latchkey/react'
import { useEffect, useState } from 'react'
import { Look, useLook } from '../appearance/look.tsx'
import { Root } from '../appearance/root.tsx'
import type { Look as LookOf } from '../appearance/types.ts'
import { outageOf } from '../flow/problem.ts'
import { sentenceOf } from '../flow/sentence.ts'
import { useEnvironment } from '../flow/use-environment.ts'
import { Alert } from '../parts/alert.tsx'
import { Spinner } from '../parts/spinner.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useProfileWords } from '../words/profile.ts'
import { useWords } from '../words/words.ts'
import { AddressesSection } from './addresses-section.tsx'
import { DangerSection } from './danger-section.tsx'
import { DevicesSection } from './devices-section.tsx'
import { NamesSection } from './names-section.tsx'
import { useAction } from './use-action.ts'

/** What {@link UserProfile} takes. */
export interface UserProfileProps {
  readonly appearance?: LookOf
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
  const words = useWords()
  const profile = useProfileWords()
  const latchkey = useLatchkey()
  const { phase, failure, user } = useSnapshot()
  const environment = useEnvironment(given)
  const [settled, setSettled] = useState(false)
  const again = useAction()
  const away = phase === 'unreachable' && !again.busy
  useEffect(() => {
    void latchkey.load()
  }, [latchkey])
  return (
    <div {...el('card', 'profile')} data-state={user !== null ? 'profile' : away ? 'unreachable' : 'loading'} data-elevation={options.elevation}>
      <div {...el('main')}>
        <header {...el('header')}>
          <h1 {...el('headerTitle')}>{profile.title}</h1>
          <p {...el('headerSubtitle')}>{profile.subtitle}</p>
        </header>
        {user === null ? (
          away ? (
            <Alert action={<TextButton of="alertAction" onClick={() => void again.run(() => latchkey.reload())}>{words.action.tryAgain}</TextButton>}>
              {sentenceOf(outageOf(failure), words)}
            </Alert>
          ) : (
            <div {...el('loading')} role="status" aria-label={words.loading}>
              <Spinner />
            </div>
          )
        ) : (
          <div {...el('profilePage')}>
            <NamesSection user={user} environment={environment} />
            <AddressesSection user={user} environment={environment} />
            <DevicesSection user={user} onSettled={() => setSettled(true)} />
            {/* Below a list that is still to come, it would be pushed down under somebody's finger. */}
            {settled && environment.deleteSelf && user.deleteSelfEnabled && <DangerSection user={user} />}
          </div>
        )}
      </div>
    </div>
  )
}
