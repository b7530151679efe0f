import type { Delivery, Prepared } from '../strategy.ts'

/** What a message tells, for tests of strategies that send one. */
export function delivered({ told }: Prepared): Delivery {
  if (told?.type !== 'delivery') throw new Error('Nothing was sent')
  return told
}
