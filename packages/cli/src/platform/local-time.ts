/**
 * A moment as a person reads it: the date and time where this machine is, and how far that is from UTC.
 * @param at epoch milliseconds @param zone another place than this machine's
 */
export function localTime(at: number, zone?: string): string {
  // Intl takes nothing for now.
  if (!Number.isFinite(at)) throw new RangeError('That is not a moment.')
  const format = new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
    timeZone: zone,
  })
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const { year, month, day, hour, minute, second, timeZoneName = '' } = part
  return `${year}-${month}-${day} ${hour}:${minute}:${second} ${timeZoneName.replace('GMT', 'UTC').replace('+00:00', '')}`
}
