import { STRATEGIES } from '@latchkey/protocol'
import { issue, offersByIdentifier } from '../one-time/issue.ts'
import { judgeCode } from '../one-time/judge.ts'
import { type OneTimePorts, parseCode } from '../one-time/secret.ts'
import type { Strategy } from '../strategy.ts'

/** Six digits that reach whoever wears the badge. */
export function badgeCode(ports: OneTimePorts): Strategy<string> {
  return {
    name: 'badge_code',
    traits: STRATEGIES.badge_code,
    param: 'code',
    offers: (subject) => offersByIdentifier('badge_code', subject),
    prepare: (subject) => issue(ports, subject),
    parse: (body) => parseCode(body.code),
    attempt: (subject, secret, code) => judgeCode(ports, subject, secret, code),
  }
}
