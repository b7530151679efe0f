import { type Environment, type Snapshot, UnreachableError } from '@latchkey/js'
import { SignIn } from '../../cards/flow-cards.tsx'
import { UserButton } from '../../user-button/user-button.tsx'
import { UserProfile } from '../../user-profile/user-profile.tsx'
import type { FakeLatchkey } from '../fake-latchkey.ts'
import { environment, session, user } from '../fixtures.ts'
import { click, find } from './hands.ts'
import type { Story } from './story.ts'

const ada = user()
const grace = user({ id: 'user_3grace', fullName: 'Grace Hopper', firstName: 'Grace', lastName: 'Hopper' })
const one = session('sess_1', ada)
const two = { sessions: [one, session('sess_2', grace)], session: one, user: ada }
const nameless: Environment = {
  ...environment,
  firstName: { enabled: false, required: false },
  lastName: { enabled: false, required: false },
}
const away = { phase: 'unreachable', failure: new UnreachableError('x') } as const

async function slowly(): Promise<never> {
  await new Promise((done) => setTimeout(done, 300))
  throw away.failure
}

/** The server answers from now on, and writes down what it is asked. */
function comeBack(latchkey: FakeLatchkey, settings: Environment, known: Partial<Snapshot> = {}): void {
  Object.assign(latchkey, {
    load: async () => void latchkey.calls.push(['load', undefined]),
    environment: async () => {
      latchkey.calls.push(['environment', undefined])
      latchkey.set({ environment: settings })
      return settings
    },
  } satisfies Partial<FakeLatchkey>)
  latchkey.set({ phase: 'ready', failure: null, ...known })
}

/** What is shown of a server that is away, and of one that is back. */
export const outageStories: Readonly<Record<string, Story>> = {
  'user-button-failed': {
    element: () => <UserButton />,
    known: two,
    methods: { signOut: slowly, setActive: slowly },
    play: async () => {
      await click('.lk-userButtonTrigger[aria-haspopup]')
      await click('.lk-menuItem__signOut')
      await find('.lk-userButtonPopoverCard .lk-alert')
    },
    ends: '.lk-userButtonTrigger__open',
  },
  'sign-in-landing-away': {
    element: (settings) => <SignIn environment={settings} />,
    at: '?__latchkey_status=verified&__latchkey_created_session=sess_1',
    known: away,
    moves: true,
    ends: '.lk-alert',
  },
  'user-profile-away': { element: (settings) => <UserProfile environment={settings} />, known: away, ends: 'unreachable' },
  'user-profile-settings-late': {
    element: () => <UserProfile />,
    known: { ...away, environment: null },
    methods: { environment: () => Promise.reject(away.failure) },
    play: async (latchkey) => {
      await find('[data-state=unreachable]')
      comeBack(latchkey, nameless, { user: ada, sessions: [session('sess_1', ada)], session: session('sess_1', ada) })
      await find('.lk-profileSection__danger')
    },
    ends: 'profile',
  },
  'sign-in-settings-late': {
    element: () => <SignIn />,
    known: { ...away, environment: null },
    methods: { environment: () => Promise.reject(away.failure) },
    play: async (latchkey) => {
      await find('[role=alert]')
      comeBack(latchkey, environment)
    },
    ends: '.lk-footerPagesLink__terms',
  },
}
