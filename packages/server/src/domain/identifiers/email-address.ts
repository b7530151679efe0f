// Controls, spaces, and characters that show nothing: whoever sends one means to deceive, or pasted it.
const invisible = new RegExp(
  '[\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u2000-\\u200f\\u2028-\\u202f' +
    '\\u205f-\\u206f\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\uffff]',
)
// Without `%` and `!`: relays take `a%other.example@here` and `other.example!a@here` for a route, and deliver elsewhere.
const localPart = /^[A-Za-z0-9#$&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9#$&'*+/=?^_`{|}~-]+)*$/
/** Begins an encoded word. What decodes it finds another address inside. */
const encodedWord = '=?'
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * The one spelling under which an email address is stored, mailed and matched, or `null` when it is none we send to.
 * Folded by NFKC before it is judged, so a full-width `＠` is the `@` it looks like, once. Local part: ASCII dot-atom in lower case;
 * domain: UTS-46 to A-labels, at least two, none numeric at the end. Quoted local parts, IP literals, comments, source routes,
 * encoded words and invisible characters are refused. At most 254 characters.
 * @see RFC 5321 §4.5.3.1, RFC 5322 §3.4.1, RFC 2047 §2, UAX #15
 */
export function canonicalEmailAddress(input: string): string | null {
  if (input.length > 254) return null
  // Folding takes nothing invisible away, and makes a space of some characters.
  const folded = input.normalize('NFKC')
  if (invisible.test(folded)) return null
  const at = folded.indexOf('@')
  if (at === -1 || at > 64) return null
  const local = folded.slice(0, at)
  if (!localPart.test(local) || local.includes(encodedWord)) return null
  const domain = canonicalDomain(folded.slice(at + 1))
  if (domain === null) return null
  const canonical = `${local.toLowerCase()}@${domain}`
  return canonical.length <= 254 ? canonical : null
}

function canonicalDomain(input: string): string | null {
  if (/[/?#:@\\%[\]<>^|\u3002\uff0e\uff61\uff20\ufe6b]/.test(input)) return null
  const url = URL.parse(`http://${input}/`)
  const host = url?.hostname ?? ''
  const labels = host.split('.')
  const last = labels.at(-1)!
  return labels.length >= 2 && labels.every((part) => label.test(part)) && !/^[0-9]+$/.test(last) ? host : null
}

/** Is this one of the addresses that take the fixed code on development instances (`name+clerk_test@…`)? */
export function isTestAddress(address: string): boolean {
  const local = address.slice(0, address.indexOf('@'))
  return local.endsWith('+clerk_test') || local.endsWith('+latchkey_test')
}

/** `a***@e***.com`: so knowing one address of a person does not tell their others. */
export function maskedEmailAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const dot = address.lastIndexOf('.')
  return `${address.slice(0, 1)}***@${address.slice(at + 1, at + 2)}***${address.slice(dot)}`
}
