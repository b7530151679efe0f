import type { StrategyName, StrategyTraits } from '@latchkey/protocol'
import type { Strategy } from '../strategy.ts'

const traits: StrategyTraits = {
  kind: 'redirect',
  factors: ['first'],
  channels: [],
  judging: 'remote',
  secret: 'sealed',
  identifier: null,
  enrolled: false,
}
const name = 'oracle' as StrategyName

/** A strategy for tests that sends the browser elsewhere; its word, `state.account`, is asked about over the network. */
export function oracle(): Strategy<string> {
  return {
    name,
    traits,
    param: 'word',
    offers: ({ enabled }) => (enabled.includes(name) ? [{ strategy: name, identification: null }] : []),
    prepare: async ({ verificationId }) => ({
      secret: verificationId,
      told: { type: 'redirect', url: `https://oracle.test/ask?state=${verificationId}` },
    }),
    parse: ({ word }) => (typeof word === 'string' && /^\w{1,99}\.\w{1,99}$/.test(word) ? word : null),
    async attempt({ verificationId }, secret, word) {
      const [state, handle] = word.split('.')
      if (secret !== verificationId || state !== secret || !handle) return { ok: false, code: 'form_code_incorrect', param: 'word' }
      const account = { strategy: name, handle }
      return { ok: true, proofs: [{ type: 'external_account', account, amr: 'mca', assurance: 'first' }] }
    },
  }
}
