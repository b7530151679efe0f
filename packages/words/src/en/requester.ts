import { days, timesOfDay } from '../format.ts'

const day = days('en-GB')
const timeOfDay = timesOfDay('en-GB')

/** Who asked for a code, as emails and the pages behind their links tell it, so that a stranger's request is known by it. */
export const requester = {
  device: 'Device',
  /** A browser and a kind of device, as much of them as is known. */
  deviceName: (browser: string | null, type: string | null) =>
    browser !== null && type !== null ? `${browser} on ${type}` : (browser ?? type ?? 'an unknown device'),
  ipAddress: 'IP address',
  time: 'Time',
  /** @param at epoch milliseconds */
  moment: (at: number) => `${day(at)}, ${timeOfDay(at)}`,
} as const
