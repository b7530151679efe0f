import type { Delivery, Prepared, Subject } from '../strategy.ts'
import { deriveCode } from './derive-code.ts'
import type { OneTimePorts } from './ports.ts'
import { formatSecret, macOfCode } from './secret.ts'

/** The code that test addresses take on development instances. */
export const TEST_CODE = '424242'

/** Mints a link token and the code that belongs to it. A test address gets the fixed code and no message. */
export function issue(ports: OneTimePorts, subject: Subject): Prepared & { readonly told: Delivery | null } {
  const token = Buffer.from(ports.random(32)).toString('base64url')
  const code = subject.test ? TEST_CODE : deriveCode(ports, subject.verificationId, token)
  return {
    secret: formatSecret({ tokenHash: ports.sha256(token), codeMac: macOfCode(ports, subject.verificationId, code) }),
    told: subject.test ? null : { type: 'delivery', code, linkToken: token },
  }
}
