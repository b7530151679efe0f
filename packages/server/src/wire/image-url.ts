import type { UserView } from '../domain/user.ts'
import { primaryAddress } from './primary-address.ts'

/** Backgrounds on which white text has a contrast of 4.5 and more. */
const COLOURS = ['#475569', '#57534e', '#9a3412', '#3f6212', '#166534', '#115e59', '#1e40af', '#5b21b6', '#86198f', '#9f1239']

/**
 * A picture of a user who uploaded none: her initials on a colour of her own, as a data URL. It needs no request, so nobody
 * learns who looks at it, and the components leave data URLs as they are instead of asking a resizer for a width.
 */
export function imageUrl(view: UserView): string {
  const svg = picture(initials(view), colour(view.user.id))
  return `data:image/svg+xml,${svg.replace(/[^\w=/:.,-]+/g, encodeURIComponent)}`
}

function initials(view: UserView): string {
  const names = [view.user.firstName, view.user.lastName].map(firstLetter).join('')
  return names === '' ? firstLetter(primaryAddress(view)) : names
}

/** Letters, digits and their marks only, so that nothing a person calls herself can be markup. */
function firstLetter(text: string | null): string {
  return /[\p{L}\p{N}]\p{M}*/u.exec(text ?? '')?.[0].toUpperCase() ?? ''
}

function colour(id: string): string {
  let sum = 0
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) >>> 0
  return COLOURS[sum % COLOURS.length]!
}

const person = '<g fill="#fff"><circle cx="48" cy="37" r="16"/><path d="M16,96a32,34,0,0,1,64,0z"/></g>'

function picture(letters: string, background: string): string {
  const open = '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0,0,96,96">'
  return `${open}<path fill="${background}" d="M0,0h96v96H0z"/>${letters === '' ? person : text(letters)}</svg>`
}

function text(letters: string): string {
  const look = 'text-anchor="middle" font-family="system-ui,sans-serif" font-size="34" font-weight="600"'
  return `<text x="48" y="60" fill="#fff" ${look}>${letters}</text>`
}
