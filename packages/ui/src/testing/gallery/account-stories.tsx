import type { EmailAddressResource, ReverificationResource, SessionWithActivity, Snapshot, UserResource } from '@latchkey/js'
import { Dialog } from '../../modal/dialog.tsx'
import { ReverificationDialog } from '../../reverification/reverification-card.tsx'
import { UserProfile } from '../../user-profile/user-profile.tsx'
import { type FakeLatchkey, refusal } from '../fake-latchkey.ts'
import { emailAddress, reverification, session, user } from '../fixtures.ts'
import { fill, find } from './hands.ts'
import type { Story } from './story.ts'

const unproven = { status: 'unverified', strategy: null, expireAt: null, attempts: 0, verifiedAtClient: null } as const
const activity = {
  browserName: 'Safari',
  browserVersion: '17',
  deviceType: 'iPhone',
  isMobile: true,
  ipAddress: '203.0.113.7',
  city: undefined,
  country: undefined,
}

/** An account whose owner can do everything with it, and sees what she did. */
function living(latchkey: FakeLatchkey): Partial<Snapshot> {
  let addresses: EmailAddressResource[] = []
  let names = { firstName: 'Ada', lastName: 'Lovelace' }
  let primary = 'idn_1'
  let username: string | null = null
  let revoked = false
  const show = () => {
    const of = account()
    const one = session('sess_1', of)
    latchkey.set({ sessions: [one], session: one, user: of })
    return of
  }
  const address = (id: string, text: string, proven: boolean): EmailAddressResource => {
    const self: EmailAddressResource = emailAddress(id, text, {
      ...(!proven && { verification: unproven }),
      prepareVerification: async () => self,
      attemptVerification: async ({ code }) => {
        if (code !== '123456') throw refusal('form_code_incorrect', { paramName: 'code' })
        addresses = addresses.map((known) => (known.id === id ? address(id, text, true) : known))
        show()
        return self
      },
      destroy: async () => {
        addresses = addresses.filter((known) => known.id !== id)
        show()
      },
    })
    return self
  }
  const device = (id: string, current: boolean): SessionWithActivity =>
    ({
      id,
      status: 'active',
      current,
      lastActiveAt: new Date(0),
      expireAt: new Date(0),
      latestActivity: activity,
      revoke: async () => {
        revoked = true
      },
    }) as unknown as SessionWithActivity
  const account = (): UserResource =>
    user({
      ...names,
      username,
      fullName: `${names.firstName} ${names.lastName}`,
      emailAddresses: addresses,
      primaryEmailAddressId: primary,
      update: async ({ username: chosen, primaryEmailAddressId, firstName, lastName }) => {
        if (chosen === 'taken') throw refusal('form_identifier_exists', { paramName: 'username' })
        if (chosen !== undefined) username = chosen
        else if (primaryEmailAddressId) primary = primaryEmailAddressId
        else names = { firstName: firstName ?? '', lastName: lastName ?? '' }
        return show()
      },
      createEmailAddress: async ({ email }) => {
        const made = address('idn_new', email, false)
        addresses = [...addresses, made]
        show()
        return made
      },
      getSessions: async () => [device('sess_1', true), ...(revoked ? [] : [device('sess_2', false)])],
    })
  addresses = [address('idn_1', 'ada.lovelace@northwind.test', true), address('idn_2', 'ada@northwind.test', true)]
  const of = account()
  const one = session('sess_1', of)
  return { sessions: [one], session: one, user: of }
}

/** A question that only the code 123456 answers. */
const question: ReverificationResource = reverification({
  attemptFirstFactor: async ({ code }) => {
    if (code !== '123456') throw refusal('form_code_incorrect', { paramName: 'code' })
    return reverification({ status: 'complete' })
  },
})

/** The account of somebody who does things with it, and of somebody who is not signed in. */
export const accountStories: Readonly<Record<string, Story>> = {
  'walk-account': { element: (settings) => <UserProfile environment={settings} />, known: living, ends: '.lk-profileSection__danger' },
  reverification: {
    element: () => <ReverificationDialog over={Dialog} start={async () => question} onShown={() => {}} onClose={() => {}} />,
    known: living,
    ends: '.lk-card__reverification .lk-otpCodeFieldInput',
  },
  'reverification-wrong': {
    element: () => <ReverificationDialog over={Dialog} start={async () => question} onShown={() => {}} onClose={() => {}} />,
    known: living,
    play: async () => {
      await fill('.lk-otpCodeFieldInput', '000000')
    },
    ends: '.lk-otpCodeFieldErrorText',
  },
  'reverification-none': {
    element: () => (
      <ReverificationDialog
        over={Dialog}
        start={async () => reverification({ supportedFirstFactors: [] })}
        onShown={() => {}}
        onClose={() => {}}
      />
    ),
    known: living,
    ends: '.lk-card__reverification [role=status]',
  },
  'walk-username': {
    element: (settings) => <UserProfile environment={{ ...settings, username: { enabled: true, required: false } }} />,
    known: living,
    ends: '.lk-profileSection__username',
  },
  'user-profile-signed-out': { element: (settings) => <UserProfile environment={settings} />, ends: 'signed-out' },
  // The session was ended on another device: the next request was refused, and whoever was known is gone.
  'user-profile-revoked': {
    element: (settings) => <UserProfile environment={settings} />,
    known: living,
    play: async (latchkey) => {
      await find('.lk-profileSection__danger')
      latchkey.set({ sessions: [], session: null, user: null })
    },
    ends: 'signed-out',
  },
}
