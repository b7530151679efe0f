import { LatchkeyError, type ReverificationLevel } from '@latchkey/js'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type ReverificationOptions, type Reverify, ReverifyContext } from '../context.ts'
import { useReverification } from './use-reverification.ts'
import { isReverificationCancelled, reverificationCancelled, withReverification } from './with-reverification.ts'

const hint = (reverification?: unknown) => ({
  clerk_error: { type: 'forbidden', reason: 'reverification-error', metadata: { reverification } },
})
const refused = (code: string) => {
  const errors = [{ code, message: '', longMessage: '', paramName: null, meta: {} }]
  return new LatchkeyError({ status: 403, errors, traceId: null, retryAfter: null })
}

/** Work that is refused so often, then done. */
function working(first: () => unknown, times = 1) {
  let calls = 0
  const work = async (what: string): Promise<unknown> => (++calls <= times ? first() : `did ${what}`)
  return { work, calls: () => calls }
}

/** What the hook returns below a provider that answers so. */
function hook(work: (what: string) => Promise<unknown>, answer: () => Promise<void>, options?: ReverificationOptions) {
  const asked: ReverificationLevel[] = []
  const reached: ((what: string) => Promise<unknown>)[] = []
  function Page() {
    reached.push(useReverification(work, options))
    return null
  }
  const ask = (level: ReverificationLevel) => (asked.push(level), answer())
  const start = () => Promise.reject(new Error('nobody begins'))
  const reverify: Reverify = (what, how) => withReverification(what, { ask, start }, how)
  renderToString(
    <ReverifyContext value={reverify}>
      <Page />
    </ReverifyContext>,
  )
  return { run: reached[0]!, asked }
}

describe('what is asked for is done', () => {
  it.each<[string, () => unknown, ReverificationLevel]>([
    ['strict', () => hint('strict'), 'second_factor'],
    ['strict_mfa', () => hint('strict_mfa'), 'multi_factor'],
    ['a level of its own', () => hint({ level: 'first_factor', afterMinutes: 5 }), 'first_factor'],
    ['nothing in particular', () => hint(), 'second_factor'],
    ['a response', () => Response.json(hint('moderate'), { status: 403 }), 'second_factor'],
    ['a refusal', () => Promise.reject(refused('session_reverification_required')), 'second_factor'],
  ])('after the question that %s asks for', async (_, first, level) => {
    const { work, calls } = working(first)
    const { run, asked } = hook(work, async () => {})
    expect(await run('it')).toBe('did it')
    expect([asked, calls()]).toEqual([[level], 2])
  })

  it('at once where nothing is asked for, and what it answers can still be read', async () => {
    const { work } = working(() => Response.json({ error: 'no money' }, { status: 403 }))
    const { run, asked } = hook(work, async () => {})
    expect(await ((await run('it')) as Response).json()).toEqual({ error: 'no money' })
    expect(asked).toEqual([])
  })
})

it('is not done when the question is closed, nor asked again when it is refused once more', async () => {
  const closed = working(() => hint())
  const never = hook(closed.work, () => Promise.reject(reverificationCancelled()))
  await expect(never.run('it')).rejects.toSatisfy(isReverificationCancelled)
  expect(closed.calls()).toBe(1)
  const stubborn = working(() => hint(), 9)
  const twice = hook(stubborn.work, async () => {})
  expect(await twice.run('it')).toEqual(hint())
  expect([twice.asked.length, stubborn.calls()]).toEqual([1, 2])
})

it('throws what is thrown for another reason', async () => {
  const { work } = working(() => Promise.reject(refused('form_param_missing')))
  await expect(hook(work, async () => {}).run('it')).rejects.toThrow(LatchkeyError)
})

it('asks in its own way where it has one', async () => {
  const { work } = working(() => hint('strict'))
  const levels: string[] = []
  const onNeedsReverification: ReverificationOptions['onNeedsReverification'] = ({ level, complete }) => {
    levels.push(level)
    complete()
  }
  const { run, asked } = hook(work, async () => {}, { onNeedsReverification })
  expect(await run('it')).toBe('did it')
  expect([levels, asked]).toEqual([['second_factor'], []])
  const shy = working(() => hint())
  await expect(hook(shy.work, async () => {}, { onNeedsReverification: ({ cancel }) => cancel() }).run('it')).rejects.toSatisfy(
    isReverificationCancelled,
  )
})
