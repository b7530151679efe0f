import { UnreachableError } from '@latchkey/js'
import { SignIn } from '../../sign-in/sign-in.tsx'
import type { FakeLatchkey } from '../fake-latchkey.ts'
import { environment } from '../fixtures.ts'
import { find } from './hands.ts'
import type { Story } from './story.ts'

const away = { phase: 'unreachable', failure: new UnreachableError('x') } as const

/** The server answers from now on, and writes down what it is asked. */
function comeBack(latchkey: FakeLatchkey): void {
  Object.assign(latchkey, {
    load: async () => void latchkey.calls.push(['load', undefined]),
    environment: async () => {
      latchkey.calls.push(['environment', undefined])
      latchkey.set({ environment })
      return environment
    },
  } satisfies Partial<FakeLatchkey>)
  latchkey.set({ phase: 'ready', failure: null })
}

/** What is shown of a server that is away, and of one that is back. */
export const outageStories: Readonly<Record<string, Story>> = {
  'sign-in-landing-away': {
    element: (settings) => <SignIn environment={settings} />,
    at: '?__latchkey_status=verified&__latchkey_created_session=sess_1',
    known: away,
    ends: '.lk-alert',
  },
  'sign-in-settings-late': {
    element: () => <SignIn />,
    known: { ...away, environment: null },
    methods: { environment: () => Promise.reject(away.failure) },
    play: async (latchkey) => {
      await find('[role=alert]')
      comeBack(latchkey)
    },
    ends: '.lk-footerPagesLink__terms',
  },
}
