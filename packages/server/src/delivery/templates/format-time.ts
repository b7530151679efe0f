const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A time that nobody reads two ways: `5 March 2027, 08:05 UTC`. `at` is epoch milliseconds. */
export function formatTime(at: number): string {
  const date = new Date(at)
  const day = `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
  return `${day}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())} UTC`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
