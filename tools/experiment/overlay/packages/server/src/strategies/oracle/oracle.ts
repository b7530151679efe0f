import { STRATEGIES } from '@latchkey/protocol'
import { setTimeout as wait } from 'node:timers/promises'
import type { Strategy } from '../strategy.ts'

interface Params {
  readonly hint: string | null
}

/** An oracle somewhere else: it sends the browser back with its word, `state.name.address`, which it is asked about over the network. */
export function oracle(): Strategy<string, Params> {
  return {
    name: 'oracle',
    traits: STRATEGIES.oracle,
    param: 'word',
    offers: ({ enabled }) => (enabled.includes('oracle') ? [{ strategy: 'oracle', identification: null }] : []),
    parseParams: ({ hint = null }) => (hint === null || typeof hint === 'string' ? { hint } : null),
    prepare: ({ verificationId }, { hint }) => ({
      secret: verificationId,
      told: { type: 'redirect', url: `https://oracle.test/ask?state=${verificationId}${hint === null ? '' : `&hint=${hint}`}` },
    }),
    parse: ({ word }) => (typeof word === 'string' && word.length < 200 ? word : null),
    async attempt(_subject, secret, word) {
      await wait(5)
      const [state, handle, address] = word.split('|')
      if (secret === null || state !== secret || !handle || !address) return { ok: false, code: 'form_code_incorrect', param: 'word' }
      const how = { amr: 'mca', assurance: 'first' } as const
      return {
        ok: true,
        proofs: [
          { type: 'external_account', account: { strategy: 'oracle', handle }, ...how },
          { type: 'identifier', identifier: { type: 'email_address', value: address }, ...how },
        ],
      }
    },
  }
}
