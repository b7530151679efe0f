import { markup, type Markup } from './markup.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/**
 * A time that nobody reads two ways: `5 March 2027, 08:05 UTC`. The server does not know the reader's zone.
 * @param at epoch milliseconds
 */
export function spokenTime(at: number): Markup {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
  const text = `${day}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())} UTC`
  return markup`<time datetime="${date.toISOString()}">${text}</time>`
}
