import type { ErrorDefinition } from './definition.ts'

/** Why a code or a link proves nothing. */
export const VERIFICATION_ERRORS = {
  verification_already_verified: {
    status: 400,
    message: 'This is already verified.',
    longMessage: 'This was verified before. There is nothing left to do here.',
  },
  verification_expired: {
    status: 400,
    message: 'This has expired.',
    longMessage: 'This no longer works. Request a new one.',
  },
  verification_failed: {
    status: 400,
    message: 'Too many failed attempts.',
    longMessage: 'Too many failed attempts, so this no longer works. Request a new one.',
  },
  verification_strategy_invalid: {
    status: 400,
    message: 'This way to verify does not work here.',
    longMessage: 'This cannot be verified this way. Choose another way.',
  },
  verification_missing: {
    status: 400,
    message: 'Nothing was sent yet.',
    longMessage: 'There is nothing to check against yet. Ask for a code or a link first.',
  },
  verification_link_token_invalid: {
    status: 400,
    message: 'This link doesn’t work.',
    longMessage: 'The link is incomplete or invalid. Copy all of it, or request a new one.',
  },
  verification_code_rate_limit_exceeded: {
    status: 429,
    message: 'Too many codes requested.',
    longMessage: 'Codes were requested too often. Try again later.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
