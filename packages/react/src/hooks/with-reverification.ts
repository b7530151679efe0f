import { isLatchkeyError, type ReverificationLevel, type ReverificationResource } from '@latchkey/js'
import type { ReverificationOptions } from '../context.ts'

/** Somebody was asked who they are, and would rather not say. */
export const reverificationCancelled = (): Error =>
  Object.assign(new Error('The question who is there was closed.'), { code: 'reverification_cancelled' })

/** Was what was to be done not done because whoever was asked closed the question? */
export const isReverificationCancelled = (error: unknown): boolean =>
  (error as { readonly code?: unknown } | null)?.code === 'reverification_cancelled'

/** How whoever is signed in is asked. */
export interface Asking {
  /** Resolves when it was shown who is there. */
  readonly ask: (level: ReverificationLevel) => Promise<void>
  readonly start: (level: ReverificationLevel) => Promise<ReverificationResource>
}

/**
 * Does something, and asks first who is there where that is what it is answered: as the options say, or else by what is given.
 * @throws what the work throws, and what asking throws
 */
export async function withReverification<Result>(
  work: () => Promise<Result>,
  { ask, start }: Asking,
  { onNeedsReverification }: ReverificationOptions = {},
): Promise<Result> {
  const first = await tried(work)
  if (first.level === null) return first.result!
  const { level } = first
  if (onNeedsReverification === undefined) await ask(level)
  else {
    await new Promise<void>((complete, fail) =>
      onNeedsReverification({ level, start: () => start(level), complete, cancel: () => fail(reverificationCancelled()) }),
    )
  }
  return work()
}

async function tried<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result | null; readonly level: ReverificationLevel | null }> {
  try {
    const result = await work()
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
