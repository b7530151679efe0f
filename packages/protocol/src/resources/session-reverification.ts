import type { SessionJSON } from './session.ts'
import type { SignInFactorJSON } from './sign-in.ts'
import type { VerificationJSON } from './verification.ts'

/** What a signed-in user proves once more: that it is them, that they hold their second factor, or both. */
export type ReverificationLevel = 'first_factor' | 'second_factor' | 'multi_factor'

/** Every level there is. */
export const REVERIFICATION_LEVELS = ['first_factor', 'second_factor', 'multi_factor'] as const satisfies readonly ReverificationLevel[]

/** The step a reverification waits at. */
export type ReverificationStatus = 'needs_first_factor' | 'needs_second_factor' | 'complete'

/** A signed-in user is asked once more who they are. There is one of a session at a time, and it has no id of its own. */
export interface SessionReverificationJSON {
  readonly object: 'session_reverification'
  readonly status: ReverificationStatus
  /** Whoever has no second factor is asked for their first, whatever was named. */
  readonly level: ReverificationLevel
  readonly session: SessionJSON
  readonly supported_first_factors: readonly SignInFactorJSON[] | null
  readonly supported_second_factors: readonly SignInFactorJSON[] | null
  readonly first_factor_verification: VerificationJSON | null
  readonly second_factor_verification: VerificationJSON | null
}
