/** A URL as it may stand in `href` or `action`: http, https or a path of this server; anything else leads nowhere. */
export function webUrl(url: string): string {
  if (/^\/(?![/\\])/.test(url)) return url
  const parsed = URL.parse(url)
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : '#'
}
