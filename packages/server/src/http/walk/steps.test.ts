import { describe, expect, test } from 'vitest'
import type { Browser, Seen } from '../testing/test-browser.ts'
import type { Entry } from './testing/change-log.ts'
import { onStages } from './testing/on-stages.ts'
import { ask, newAddress, newPerson } from './testing/people.ts'
import { describeEntry } from './testing/refused.ts'

type Fields = { readonly [name: string]: string }

/** An attempt in one of its states, in the browser that began it. */
interface Begun {
  readonly browser: Browser
  readonly id: string
}

/** Where an attempt may stand, and what becomes of it with the code that test addresses have. */
interface State {
  readonly name: string
  readonly status: string
  /** Requests before the one that is tried, each with the path below the attempt. */
  readonly steps: readonly (readonly [path: string, fields: Fields])[]
  /** What is done to its rows behind the server's back; `$` stands for its id. */
  readonly meddle?: string
  /** Is its code erased by the first try that would be judged? What is seen to be over is over for good. */
  readonly erased?: boolean
  readonly withCode: string
}

const ERASED = 'the code erased'
const isErasure = (entry: Entry) => describeEntry(entry) === 'verifications(secret)' && entry.after!.secret === null

const code = { strategy: 'email_code', code: '424242' }
const wrong = { strategy: 'email_code', code: '000000' }
const goTo = { redirect_url: 'http://localhost:3000/verify' }

/** Whatever may be tried without a proof, in the hope that a step is left out. */
const tries: readonly (readonly [path: string, fields: Fields])[] = [
  ['prepare', {}],
  ['prepare', { strategy: 'ticket' }],
  ['attempt', {}],
  ['attempt', { strategy: 'email_code' }],
  ['attempt', { strategy: 'email_code', code: '' }],
  ['attempt', { strategy: 'email_link', token: 'A'.repeat(43) }],
  ['attempt', { strategy: 'ticket', ticket: 'A'.repeat(43) }],
  ['attempt', { strategy: 'ticket', code: '424242' }],
  ['attempt', { code: '424242' }],
  ['attempt', { strategy: 'password', password: 'x' }],
  ['attempt', { strategy: 'email_code', code: '42424' }],
  ['prepare_second_factor', {}],
  ['prepare_second_factor', { strategy: 'email_code' }],
  ['attempt_second_factor', {}],
  ['attempt_second_factor', code],
  ['reset_password', { password: 'x' }],
  ['', {}],
]

const expired = 'update verifications set expires_at = 1 where attempt_id = $'
const guessedOut = 'update verifications set guesses = 5 where attempt_id = $'
const abandoned = 'update attempts set abandon_at = 1 where id = $'

const prepared = [['prepare', { strategy: 'email_code' }]] as const
const byLink = [['prepare', { strategy: 'email_link', ...goTo }]] as const
const proven = [...prepared, ['attempt', code]] as const

const signIns: readonly State[] = [
  { name: 'not prepared', status: 'needs_first_factor', steps: [], withCode: 'verification_missing' },
  { name: 'prepared', status: 'needs_first_factor', steps: prepared, withCode: 'complete' },
  { name: 'prepared by link', status: 'needs_first_factor', steps: byLink, withCode: 'complete' },
  { name: 'guessed at', status: 'needs_first_factor', steps: [...prepared, ['attempt', wrong]], withCode: 'complete' },
  { name: 'guessed out', status: 'needs_first_factor', steps: prepared, meddle: guessedOut, withCode: 'verification_failed' },
  { name: 'expired', status: 'needs_first_factor', steps: prepared, meddle: expired, erased: true, withCode: 'verification_expired' },
  { name: 'abandoned', status: 'gone', steps: prepared, meddle: abandoned, withCode: 'resource_not_found' },
  { name: 'complete', status: 'complete', steps: proven, withCode: 'verification_already_verified' },
]

const signUps: readonly State[] = signIns.map((state) => ({
  ...state,
  status: state.status === 'needs_first_factor' ? 'missing_requirements' : state.status,
}))

onStages('no step is left out', (stage) => {
  const kinds = {
    sign_ins: { begin: async () => ({ identifier: (await newPerson(stage(), stage().home)).address }), suffix: '_first_factor' },
    sign_ups: { begin: async () => ({ email_address: newAddress() }), suffix: '_verification' },
  } as const

  describe.each([
    ['sign_ins', signIns],
    ['sign_ups', signUps],
  ] as const)('of %s', (kind, states) => {
    const { begin, suffix } = kinds[kind]
    const pathOf = (id: string, step: string) => {
      const whole = step === 'prepare' || step === 'attempt' ? step + suffix : step
      return `/v1/client/${kind}/${id}${whole === '' ? '' : `/${whole}`}`
    }
    const reach = async ({ steps, meddle }: State): Promise<Begun> => {
      const browser = stage().browser(stage().home)
      const { response } = await ask(browser, `/v1/client/${kind}`, await begin())
      const id = response.id as string
      for (const [step, fields] of steps) await browser.post(pathOf(id, step), fields)
      if (meddle !== undefined) await stage().changeLog.meddle(meddle.replace('$', `'${id}'`))
      return { browser, id }
    }
    const stands = async ({ browser, id }: Begun) => {
      const { status, json } = await browser.get(pathOf(id, ''))
      return status === 404 ? 'gone' : (json.response.status as string)
    }
    /** What was written, but for a guess that was counted, and its one line in the trail. */
    const written = async () => {
      const entries = (await stage().changeLog.read()).map((entry) => (isErasure(entry) ? ERASED : describeEntry(entry)))
      const guessed = entries.filter((entry) => entry === 'verifications(guesses judged)').length
      const others = entries.filter((entry) => entry !== 'verifications(guesses judged)')
      const lines = others.filter((entry) => entry === '+audit').length
      return lines === guessed ? others.filter((entry) => entry !== '+audit') : others
    }
    const said = ({ status, json }: Seen) => (status < 400 ? (json.response.status as string) : (json.errors[0].code as string))

    test.each(states.map((state) => [state.name, state] as const))('when it is %s', async (_, state) => {
      const begun = await reach(state)
      expect(await stands(begun)).toBe(state.status)
      // By the first look at it, what is over is written down as that.
      let erasures = (await written()).filter((entry) => entry === ERASED).length
      for (const [step, fields] of tries) {
        const { status } = await begun.browser.post(pathOf(begun.id, step), fields)
        const all = await written()
        const others = all.filter((entry) => entry !== ERASED)
        erasures += all.length - others.length
        expect([step, fields, status >= 400 && status < 500, others, await stands(begun)]).toEqual([step, fields, true, [], state.status])
      }
      expect(erasures).toBe(state.erased ? 1 : 0)
      const answer = await begun.browser.post(pathOf(begun.id, 'attempt'), code)
      expect(said(answer)).toBe(state.withCode)
      const sessions = (await stage().changeLog.read()).filter(({ table, before }) => table === 'sessions' && before === null)
      expect(sessions).toHaveLength(state.withCode === 'complete' ? 1 : 0)
      // The same proof once more is worth nothing.
      await begun.browser.post(pathOf(begun.id, 'attempt'), code)
      expect(await written()).toEqual([])
    })

    test('with nobody named there is nothing to prove', async () => {
      const browser = stage().browser(stage().home)
      const { response } = await ask(browser, `/v1/client/${kind}`, {})
      await stage().changeLog.read()
      for (const [step, fields] of [...tries, ['prepare', { strategy: 'email_code' }], ['attempt', code]] as const) {
        const { status } = await browser.post(pathOf(response.id, step), fields)
        expect([step, fields, status >= 400 && status < 500, await written()]).toEqual([step, fields, true, []])
      }
    })
  })
})
