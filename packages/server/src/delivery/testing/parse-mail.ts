/** A mail taken apart, as far as tests look. */
export interface ParsedMail {
  /** In the order they stand, names in lower case, unfolded, not decoded. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly text: string
  readonly html: string
}

/** Takes a mail with a text and an HTML part apart. @see RFC 5322, RFC 2045 */
export function parseMail(raw: string): ParsedMail {
  const { headers, body } = split(raw)
  const boundary = /boundary="([^"]+)"/.exec(valueOf(headers, 'content-type'))?.[1]
  if (boundary === undefined) throw new Error('A mail that has no parts.')
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => split(part.replace(/^\r\n/, '')))
  const part = (type: string) => {
    const found = parts.filter((each) => valueOf(each.headers, 'content-type').startsWith(type))
    if (found.length !== 1) throw new Error(`A mail with ${found.length} parts of type ${type}.`)
    return decode(found[0]!.body, valueOf(found[0]!.headers, 'content-transfer-encoding'))
  }
  return { headers, text: part('text/plain'), html: part('text/html') }
}

function split(raw: string): { headers: [string, string][]; body: string } {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return { headers, body: raw.slice(end + 4) }
}

function valueOf(headers: readonly (readonly [string, string])[], name: string): string {
  return headers.find(([each]) => each === name)?.[1] ?? ''
}

function decode(body: string, encoding: string): string {
  const text = body.replace(/\r\n$/, '')
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString()
  if (encoding !== 'quoted-printable') return text.replaceAll('\r\n', '\n')
  const bytes = text.replace(/=\r\n/g, '').replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n')
}
