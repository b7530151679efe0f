'use client'
import type { SessionWithActivity, UserResource } from '@latchkey/js'
import { useEffect, useState } from 'react'
import { useLook } from '../appearance/look.tsx'
import { usePoll } from '../flow/use-poll.ts'
import { Alert } from '../parts/alert.tsx'
import { Spinner, TextButton } from '../parts/buttons.tsx'
import { Laptop, Phone } from '../parts/icons.tsx'
import { useAction } from '../parts/use-action.ts'
import { now } from '../platform/clock.ts'
import { useAccountWords } from '../words/account.ts'
import { useWords } from '../words/words.ts'
import { Section, useSay } from './section.tsx'
import { useOwnAction } from './use-own-action.ts'

/** Where somebody is signed in, this device first. @param onSettled it is as tall as it will be */
export function DevicesSection({ user, onSettled }: { readonly user: UserResource; readonly onSettled: () => void }) {
  const { el } = useLook()
  const words = useWords()
  const profile = useAccountWords()
  const loading = useAction()
  const [sessions, setSessions] = useState<readonly SessionWithActivity[] | null>(null)
  const load = () => loading.run(async () => setSessions(await user.getSessions()))
  useEffect(() => {
    void load().then(onSettled)
    // Once for each user.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [user.id])
  usePoll(loading.problem !== null, load)
  const sorted = sessions
    ?.filter(({ status }) => status === 'active')
    .toSorted((one, other) => Number(other.current) - Number(one.current) || other.lastActiveAt.getTime() - one.lastActiveAt.getTime())
  return (
    <Section id="activeDevices" title={profile.devices}>
      {loading.sentence !== null && (
        <Alert
          action={
            <TextButton of="alertAction" onClick={() => void load()}>
              {words.action.tryAgain}
            </TextButton>
          }
        >
          {loading.sentence}
        </Alert>
      )}
      {sorted === undefined ? (
        loading.sentence === null && (
          <p {...el('profileSectionLoading')} role="status">
            <Spinner />
            <span>{profile.devicesLoading}</span>
          </p>
        )
      ) : (
        <ul {...el('profileSectionItemList', 'activeDevices')}>
          {sorted.map((session) => (
            <Device key={session.id} session={session} onGone={() => void load()} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Device({ session, onGone }: { readonly session: SessionWithActivity; readonly onGone: () => void }) {
  const { el } = useLook()
  const words = useWords()
  const profile = useAccountWords()
  const action = useOwnAction()
  const say = useSay()
  const { browserName, deviceType, isMobile, ipAddress, city, country } = session.latestActivity
  const name = profile.device(browserName, deviceType)
  // The one in use was seen just now: said only where nothing else is known of it, so that no line stays empty.
  const seen = session.current ? now() : session.lastActiveAt.getTime()
  const place = [[city, country].filter(Boolean).join(', '), ipAddress].filter(Boolean).join(' · ')
  return (
    <li {...el('profileSectionItem', 'activeDevices')}>
      <span {...el('activeDeviceIcon')}>{isMobile ? <Phone /> : <Laptop />}</span>
      <p {...el('profileSectionItemText')}>
        <span>{name}</span>
        {place !== '' && <span>{place}</span>}
        {(!session.current || place === '') && <span>{profile.active(seen, now())}</span>}
        {action.sentence !== null && <span role="alert">{action.sentence}</span>}
      </p>
      {session.current ? (
        <span {...el('badge', 'current')}>{profile.thisDevice}</span>
      ) : (
        <TextButton
          of="profileSectionItemAction"
          aria-busy={action.busy}
          aria-label={profile.signOutOf(name)}
          onClick={() =>
            void action.run(async () => {
              await session.revoke()
              say(profile.signedOutOf(name))
              onGone()
            })
          }
        >
          {words.action.signOut}
        </TextButton>
      )}
    </li>
  )
}
