import type { StrategyName, StrategyTraits } from '@latchkey/protocol'
import type { Strategy, Subject } from '../strategy.ts'

const traits: StrategyTraits = {
  kind: 'secret',
  factors: ['second'],
  channels: [],
  judging: 'slow',
  secret: 'sealed',
  identifier: null,
  enrolled: true,
}

/** What a riddle is kept as. */
export interface KeptRiddle {
  readonly question: string
  readonly answer: string
  readonly solved: number
}

const name = 'riddle' as StrategyName
const keep = (kept: KeptRiddle) => JSON.stringify(kept)
const riddlesOf = ({ credentials }: Subject) => credentials.map(({ data, ...of }) => ({ ...of, kept: JSON.parse(data) as KeptRiddle }))
const textOf = (value: unknown) => (typeof value === 'string' && /^[a-z]{1,40}$/.test(value) ? value : null)

/** A second factor for tests: a riddle that one has enrolled with its answer. It counts how often it was solved. */
export function riddle(): Strategy<string> & { readonly name: StrategyName } {
  return {
    name,
    traits,
    param: 'answer',
    offers: ({ credentials, enabled }) =>
      credentials.length > 0 && enabled.includes(name) ? [{ strategy: name, identification: null }] : [],
    prepare: (subject) => ({
      secret: subject.verificationId,
      told: { type: 'challenge', challenge: riddlesOf(subject)[0]?.kept.question ?? '' },
    }),
    parse: (body) => textOf(body.answer),
    async attempt(subject, secret, given) {
      const found = riddlesOf(subject).find(({ kept }) => kept.answer === given)
      if (secret !== subject.verificationId || found === undefined) return { ok: false, code: 'form_code_incorrect', param: 'answer' }
      const { id: credentialId, userId, kept } = found
      return {
        ok: true,
        proofs: [{ type: 'credential', userId, credentialId, amr: 'kba', assurance: 'second' }],
        remember: keep({ ...kept, solved: kept.solved + 1 }),
      }
    },
    enrolment: {
      begin: ({ label }) => ({
        secret: `What is ${label} called?`,
        disclosed: { type: 'challenge', challenge: `What is ${label} called?` },
      }),
      parse: (body) => textOf(body.answer),
      finish: (_who, secret, answer) =>
        secret === null
          ? { ok: false, code: 'form_code_incorrect', param: 'answer' }
          : { ok: true, data: keep({ question: secret, answer: String(answer), solved: 0 }), handle: null, name: secret },
      list: (credentials) =>
        credentials.map(({ id, name: called, createdAt, lastUsedAt }) => ({ id, name: called, createdAt, lastUsedAt })),
      remove: (id) => [id],
    },
  }
}
