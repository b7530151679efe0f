import { STRATEGIES } from '@latchkey/protocol'
import { setTimeout as wait } from 'node:timers/promises'
import type { Strategy, Subject } from '../strategy.ts'

interface Kept {
  readonly question: string
  readonly answer: string
}

const keptOf = ({ credentials }: Subject) => credentials.map(({ data, ...of }) => ({ ...of, kept: JSON.parse(data) as Kept }))
const textOf = (value: unknown) => (typeof value === 'string' && /^[a-z]{1,40}$/.test(value) ? value : null)

/** A riddle that one has set oneself. Thinking takes its time, and the answer is nobody's to read. */
export function riddle(): Strategy<string> {
  return {
    name: 'riddle',
    traits: STRATEGIES.riddle,
    param: 'answer',
    offers: ({ credentials, enabled }) =>
      credentials.length > 0 && enabled.includes('riddle') ? [{ strategy: 'riddle', identification: null }] : [],
    prepare(subject) {
      const [first] = keptOf(subject)
      return { secret: first?.kept.answer ?? '', told: { type: 'challenge', challenge: first?.kept.question ?? '' } }
    },
    parse: (body) => textOf(body.answer),
    async attempt(subject, secret, answer) {
      await wait(5)
      const found = keptOf(subject).find(({ kept }) => kept.answer === answer && answer === secret)
      if (found === undefined) return { ok: false, code: 'form_code_incorrect', param: 'answer' }
      const { id: credentialId, userId } = found
      return { ok: true, proofs: [{ type: 'credential', userId, credentialId, amr: 'kba', assurance: 'second' }] }
    },
    enrolment: {
      begin: ({ label }) => ({ secret: `Who calls ${label}?`, disclosed: { type: 'challenge', challenge: `Who calls ${label}?` } }),
      parse: (body) => textOf(body.answer),
      finish: (_who, question, answer) =>
        question === null
          ? { ok: false, code: 'form_code_incorrect', param: 'answer' }
          : { ok: true, data: JSON.stringify({ question, answer }), handle: null, name: question },
      list: (credentials) => credentials.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
      remove: (id) => [id],
    },
  }
}
