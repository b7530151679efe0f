import { STRATEGIES } from '@latchkey/protocol'
import { issue, offersByIdentifier } from '../one-time/issue.ts'
import { judgeCode } from '../one-time/judge.ts'
import { type OneTimePorts, parseCode } from '../one-time/secret.ts'
import type { Strategy } from '../strategy.ts'

/** Six digits by mail, typed where one began. */
export function emailCode(ports: OneTimePorts): Strategy<string> {
  return {
    name: 'email_code',
    traits: STRATEGIES.email_code,
    param: 'code',
    offers: (subject) => offersByIdentifier('email_code', subject),
    prepare: (subject) => issue(ports, subject),
    parse: (body) => parseCode(body.code),
    attempt: (subject, secret, code) => judgeCode(ports, subject, secret, code),
  }
}
