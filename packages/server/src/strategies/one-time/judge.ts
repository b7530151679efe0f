import type { ErrorCode } from '@latchkey/protocol'
import type { Subject, Verdict } from '../strategy.ts'
import { macOfCode, type OneTimePorts, type OneTimeSecret, parseSecret } from './secret.ts'

/** Compares a typed code with what was issued, in constant time. */
export function judgeCode(ports: OneTimePorts, subject: Subject, secret: string | null, code: string): Verdict {
  const known = parseSecret(secret)
  const given = macOfCode(ports, subject.verificationId, code)
  const matches = known !== null && (ports.equal(known.codeMac, given) || matchesOther(ports, subject, known, code))
  return verdict(subject, matches, 'form_code_incorrect', 'code')
}

/** A code sent before the secrets key was changed. */
function matchesOther(ports: OneTimePorts, { verificationId }: Subject, { codeMac }: OneTimeSecret, code: string): boolean {
  return (ports.otherPeppers ?? []).some((pepper) => ports.equal(codeMac, macOfCode(ports, verificationId, code, pepper)))
}

/** Compares the token of an opened link with what was issued, in constant time. */
export function judgeToken(ports: OneTimePorts, subject: Subject, secret: string | null, token: string): Verdict {
  const known = parseSecret(secret)
  const matches = known !== null && ports.equal(known.tokenHash, ports.sha256(token))
  return verdict(subject, matches, 'verification_link_token_invalid', 'token')
}

function verdict(subject: Subject, matches: boolean, code: ErrorCode, param: string): Verdict {
  if (!matches || subject.target === null) return { ok: false, code, param }
  return { ok: true, proofs: [{ type: 'identifier', identifier: subject.target, amr: 'otp', assurance: 'first' }] }
}
