import type { Language } from '@latchkey/words'
import { deviceOf } from '../../domain/device.ts'

/** Where something was asked for or done from. */
export interface Requester {
  readonly ipAddress: string | null
  readonly userAgent: string | null
}

/**
 * From where and when, one fact a line. Proxies hand addresses on as they please, so only what looks like one is shown; and not every
 * application knows one.
 * @param at epoch milliseconds
 */
export function requesterLines({ ipAddress, userAgent }: Requester, at: number, { requester, messages }: Language): readonly string[] {
  const { browser, type } = deviceOf(userAgent)
  const { fact } = messages.email
  return [
    fact(requester.device, requester.deviceName(browser, type)),
    ...(ipAddress !== null && /^[\da-f.:]{3,45}$/i.test(ipAddress) ? [fact(requester.ipAddress, ipAddress)] : []),
    fact(requester.time, requester.moment(at)),
  ]
}
