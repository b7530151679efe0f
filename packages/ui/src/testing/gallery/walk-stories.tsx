import { SignIn } from '../../cards/flow-cards.tsx'
import { refusal } from '../fake-latchkey.ts'
import { environment, signIn, waitingSignIn } from '../fixtures.ts'
import type { Story } from './story.ts'

/** Stories that go on: what is done in them changes what they know. */
export const walkStories: Readonly<Record<string, Story>> = {
  'walk-sign-in': {
    element: (settings) => <SignIn environment={settings} redirectUrl="/main" />,
    environment,
    ends: 'start',
    known: (latchkey) => {
      const waiting = waitingSignIn('email_link', {
        attemptFirstFactor: async (params) => {
          latchkey.calls.push(['attempt', params])
          if (params.code !== '123456') throw refusal('form_code_incorrect', { paramName: 'code' })
          const complete = signIn({ id: 'sia_1', status: 'complete', createdSessionId: 'sess_1' })
          latchkey.set({ signIn: complete })
          return complete
        },
        reload: async () => waiting,
      })
      return {
        signIn: signIn({
          create: async (params) => {
            latchkey.calls.push(['create', params])
            if (params.identifier?.startsWith('nobody@')) throw refusal('form_identifier_not_found', { paramName: 'identifier' })
            latchkey.set({ signIn: waiting })
            return waiting
          },
        }),
      }
    },
  },
}
