/** The value of a cookie that scripts may read, `null` when there is none of that name, or no page. */
export function readCookie(name: string): string | null {
  if (typeof document === 'undefined') return null
  const pair = document.cookie.split('; ').find((one) => one.startsWith(`${name}=`))
  return pair === undefined ? null : pair.slice(name.length + 1)
}
