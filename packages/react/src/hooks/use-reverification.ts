'use client'
import { isLatchkeyError, type ReverificationLevel } from '@latchkey/js'
import { useContext } from 'react'
import { ReverificationCancelled, ReverifyContext } from '../context.ts'

/** What {@link useReverification} takes. */
export interface ReverificationOptions {
  /** Asks in place of the dialog: `session.startReverification({ level })`, then `complete()`, or `cancel()`. */
  readonly onNeedsReverification?: (question: {
    readonly level: ReverificationLevel
    readonly complete: () => void
    readonly cancel: () => void
  }) => void
}

/**
 * A function that asks who is there when it must, and then does what it is for. It is asked by a server action or a handler that answers
 * `reverificationError()`, or by Latchkey itself, which refuses a change of how one signs in.
 * @param work what is to be done: called once more after the question was answered
 * @returns does it, and throws what it throws; or {@link ReverificationCancelled} when whoever was asked would rather not
 */
export function useReverification<Given extends readonly unknown[], Result>(
  work: (...given: Given) => Promise<Result>,
  { onNeedsReverification }: ReverificationOptions = {},
): (...given: Given) => Promise<Exclude<Result, { readonly clerk_error: unknown }>> {
  const reverify = useContext(ReverifyContext)
  return async (...given) => {
    const first = await tried(work, given)
    if (first.level === null) return first.result as never
    const { level } = first
    if (onNeedsReverification !== undefined) {
      await new Promise<void>((complete, fail) =>
        onNeedsReverification({ level, complete, cancel: () => fail(new ReverificationCancelled()) }),
      )
    } else {
      if (reverify === null)
        throw new Error('useReverification() asks by a dialog of <LatchkeyProvider>. Without one give it onNeedsReverification.')
      await reverify(level)
    }
    return (await work(...given)) as never
  }
}

async function tried<Given extends readonly unknown[], Result>(
  work: (...given: Given) => Promise<Result>,
  given: Given,
): Promise<{ readonly result: Result | null; readonly level: ReverificationLevel | null }> {
  try {
    const result = await work(...given)
    return { result, level: await levelAskedBy(result) }
  } catch (error) {
    if (isReverificationRequired(error)) return { result: null, level: 'second_factor' }
    throw error
  }
}

/** Did Latchkey refuse something because it must be shown first who is there? */
export function isReverificationRequired(error: unknown): boolean {
  return isLatchkeyError(error) && error.errors[0]?.code === 'session_reverification_required'
}

const LEVELS: Readonly<Record<string, ReverificationLevel | undefined>> = { strict_mfa: 'multi_factor' }

/** What an answer asks for; `null` where it is one. A response is left for the caller to read. */
async function levelAskedBy(result: unknown): Promise<ReverificationLevel | null> {
  const said: unknown = result instanceof Response ? (result.status === 403 ? await readJson(result.clone()) : null) : result
  const { clerk_error: error } = (typeof said === 'object' && said !== null ? said : {}) as {
    readonly clerk_error?: {
      readonly reason?: string
      readonly metadata?: { readonly reverification?: string | { readonly level?: ReverificationLevel } }
    }
  }
  if (error?.reason !== 'reverification-error') return null
  const asked = error.metadata?.reverification
  return (typeof asked === 'string' ? LEVELS[asked] : asked?.level) ?? 'second_factor'
}

async function readJson(response: Response): Promise<unknown> {
  return response.json().catch(() => null)
}
