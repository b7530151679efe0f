import { STRATEGIES } from '@latchkey/protocol'
import { issue, offersByIdentifier } from '../one-time/issue.ts'
import { judgeToken } from '../one-time/judge.ts'
import type { OneTimePorts } from '../one-time/secret.ts'
import type { Strategy } from '../strategy.ts'

/** A link by mail, opened in the browser that began. The same mail carries the code for every other case. */
export function emailLink(ports: OneTimePorts): Strategy<string> {
  return {
    name: 'email_link',
    traits: STRATEGIES.email_link,
    param: 'token',
    offers: (subject) => offersByIdentifier('email_link', subject),
    prepare: (subject) => issue(ports, subject),
    parse: (body) => (typeof body.token === 'string' && /^[A-Za-z0-9_-]{43}$/.test(body.token) ? body.token : null),
    attempt: (subject, secret, token) => judgeToken(ports, subject, secret, token),
  }
}
