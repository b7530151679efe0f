import { type Environment, type Snapshot, UnreachableError } from '@latchkey/js'
import { SignIn } from '../../sign-in/sign-in.tsx'
import { UserProfile } from '../../user-profile/user-profile.tsx'
import type { FakeLatchkey } from '../fake-latchkey.ts'
import { environment, session, user } from '../fixtures.ts'
import { find } from './hands.ts'
import type { Story } from './story.ts'

const ada = user()
const nameless: Environment = { ...environment, firstName: { enabled: false, required: false }, lastName: { enabled: false, required: false } }
const away = { phase: 'unreachable', failure: new UnreachableError('x') } as const

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
  'sign-in-landing-away': {
    element: (settings) => <SignIn environment={settings} />,
    at: '?__latchkey_status=verified&__latchkey_created_session=sess_1',
    known: away,
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
