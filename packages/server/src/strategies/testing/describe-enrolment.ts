import { ERRORS } from '@latchkey/protocol'
import { describe, expect, it } from 'vitest'
import type { Credential } from '../../domain/credential.ts'
import type { Enrolling, Enrolment } from '../enrolment.ts'
import type { Body } from '../strategy.ts'

/** What a way of enrolling is tried with. */
export interface EnrolmentCase {
  readonly name: string
  readonly enrolment: Enrolment
  /** The request of somebody who did what they were asked to. */
  answer(disclosed: string): Body
}

const who: Enrolling = { userId: 'user_ada', issuer: 'Northwind', label: 'Ada' }
const junk: readonly Body[] = [{}, { answer: 1 }, { answer: ['x'] }, { answer: null }, { answer: '\u0000' }, { answer: 'x'.repeat(1e6) }]

/** What holds for everything that is enrolled, whatever it is. */
export function describeEnrolment({ name, enrolment, answer }: EnrolmentCase): void {
  const credential = (id: string, data: string): Credential => {
    return { id, userId: 'user_ada', type: name, data, handle: null, name: null, createdAt: 1, lastUsedAt: null }
  }
  const enrol = async () => {
    const { secret, disclosed } = await enrolment.begin(who)
    const told = disclosed.type === 'challenge' ? disclosed.challenge : disclosed.url
    return enrolment.finish(who, secret, enrolment.parse(answer(told)))
  }

  describe(`enrolling a ${name}`, () => {
    it('makes something to judge by of the answer to what was disclosed', async () => {
      expect(await enrol()).toMatchObject({ ok: true, data: expect.stringMatching(/./) })
    })

    it.each(junk.map((body) => [body]))('reads nothing from %j', (body) => expect(enrolment.parse(body)).toBeNull())

    it('refuses an answer to nothing with a value', async () => {
      const { disclosed } = await enrolment.begin(who)
      const told = disclosed.type === 'challenge' ? disclosed.challenge : disclosed.url
      const refused = await enrolment.finish(who, null, enrolment.parse(answer(told)))
      expect(refused).toMatchObject({ ok: false, param: expect.any(String) })
      expect(Object.keys(ERRORS)).toContain(!refused.ok && refused.code)
    })

    it('shows its owner which ones there are, and nothing of what they hold', async () => {
      const made = await enrol()
      const shown = enrolment.list([credential('cred_1', made.ok ? made.data : ''), credential('cred_2', 'OTHER')])
      expect(shown.map(({ id }) => id)).toEqual(['cred_1', 'cred_2'])
      for (const one of shown) expect(Object.keys(one).toSorted()).toEqual(['createdAt', 'id', 'lastUsedAt', 'name'])
    })

    it('takes away at least the one it is asked to, and none that is not there', () => {
      const gone = enrolment.remove('cred_1', [credential('cred_1', 'A'), credential('cred_2', 'B')])
      expect(gone).toContain('cred_1')
      expect(['cred_1', 'cred_2']).toEqual(expect.arrayContaining([...gone]))
    })
  })
}
