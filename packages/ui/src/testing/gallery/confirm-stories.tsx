import { UnreachableError, type UserResource } from '@latchkey/js'
import { UserProfile } from '../../user-profile/user-profile.tsx'
import { refusal } from '../fake-latchkey.ts'
import { emailAddress, session, user } from '../fixtures.ts'
import { click, find } from './hands.ts'
import type { Story } from './story.ts'

/** What trying a code comes to; any other is the right one. */
const TRIES: Readonly<Record<string, Error>> = {
  111111: refusal('form_code_incorrect', { paramName: 'code' }),
  222222: new UnreachableError('x'),
  333333: refusal('resource_not_found', { status: 404 }),
}

/** The account of somebody who is about to confirm an address. @param send has the code sent */
function confirming(send: () => Promise<void>, ends: string): Story {
  const address = emailAddress('idn_2', 'countess@northwind.test', {
    verification: { status: 'unverified', strategy: null, expireAt: null, attempts: 0, verifiedAtClient: null },
    prepareVerification: async () => {
      await send()
      return address
    },
    attemptVerification: async ({ code }) => {
      if (code in TRIES) throw TRIES[code]
      return address
    },
  })
  const of = user({ emailAddresses: [emailAddress('idn_1', 'ada.lovelace@northwind.test'), address] })
  return {
    element: (settings) => <UserProfile environment={settings} />,
    known: { sessions: [session('sess_1', of)], session: session('sess_1', of), user: of },
    play: async () => {
      await click('[aria-label*="countess@"]')
      await find(ends)
    },
    ends,
  }
}

/** The server is away for the first mail, and there for the next. */
function lateSend(): () => Promise<void> {
  let away = true
  return async () => {
    if (!away) return
    away = false
    throw new UnreachableError('x')
  }
}

/** How changing one's name and confirming an address of one's own go. */
export const confirmStories: Readonly<Record<string, Story>> = {
  'user-profile-rename': {
    element: (settings) => <UserProfile environment={{ ...settings, firstName: { enabled: true, required: true } }} />,
    known: (latchkey) => {
      const of: UserResource = user({
        update: async (params) => {
          latchkey.calls.push(['update', params])
          return of
        },
      })
      return { sessions: [session('sess_1', of)], session: session('sess_1', of), user: of }
    },
    play: () => click('.lk-profileSectionPrimaryButton'),
    ends: '.lk-profileSectionForm',
  },
  'user-profile-confirm-sending': confirming(() => new Promise<never>(() => {}), '.lk-otpCodeField'),
  'user-profile-confirm-unsent': confirming(lateSend(), '.lk-alert'),
}
