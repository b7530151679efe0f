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
import { useProfileWords } from '../words/profile.ts'
import { useWords } from '../words/words.ts'
import { Section, useSay } from './section.tsx'

/** Where somebody is signed in, this device first. @param onSettled it is as tall as it will be */
export function DevicesSection({ user, onSettled }: { readonly user: UserResource; readonly onSettled: () => void }) {
  const { el } = useLook()
  const words = useWords()
  const profile = useProfileWords()
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
  const profile = useProfileWords()
  const action = useAction()
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
        {(!session.current || place === '') && <span>{profile.active(spokenTime(seen, now()))}</span>}
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

const STEPS = [
  ['minute', 60_000, 60],
  ['hour', 3_600_000, 24],
  ['day', 86_400_000, 30],
  ['month', 2_592_000_000, 12],
  ['year', 31_536_000_000, Infinity],
] as const

/** How long ago something was, in words: `now`, `5 minutes ago`, `yesterday`. @param language of the words */
export function spokenTime(at: number, now: number, language = 'en'): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const passed = now - at
  if (passed < 60_000) return words.format(0, 'second')
  const [unit, length] = STEPS.find(([, size, max]) => passed < size * max) ?? STEPS[4]
  return words.format(-Math.floor(passed / length), unit)
}
