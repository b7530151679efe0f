import type { Language } from '@latchkey/words'
import { type Markup, markup, webUrl } from './markup.ts'

/** What a page shows of its application, besides the name. Colors are `#rrggbb`. */
export interface Identity {
  readonly logoUrl: string | null
  /** A style sheet with the colors, and what the policy calls it; `null` for the usual ones. */
  readonly style: { readonly text: string; readonly source: string } | null
  readonly supportEmail: string | null
  readonly termsUrl: string | null
  readonly privacyUrl: string | null
}

/** A color to press, and what is written on it, on light and on dark pages. */
export interface IdentityColors {
  readonly light: { readonly primary: string; readonly foreground: string }
  readonly dark: { readonly primary: string; readonly foreground: string }
}

/** The style sheet of an application's colors, laid over the usual one. @throws Error for what is no color */
export function identityStyle({ light, dark }: IdentityColors): string {
  const rule = ({ primary, foreground }: IdentityColors['light']) => {
    for (const color of [primary, foreground]) if (!/^#[0-9a-f]{6}$/.test(color)) throw new Error('A color of an application is none.')
    return `:root{--act:${primary};--on-act:${foreground};--over:color-mix(in oklab,${primary} 88%,${foreground})}`
  }
  return `${rule(light)}@media (prefers-color-scheme:dark){${rule(dark)}}`
}

const IMAGE = /^data:image\/(?:png|jpeg|webp|gif|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/

/** The origin, or scheme, that images of a page may come from besides its own. */
export function logoSource(identity: Identity | null): string | null {
  const url = URL.parse(identity?.logoUrl ?? '')
  return url?.protocol === 'https:' ? url.origin : null
}

/** The logo, beside which the name stands in words; `null` without one that may be shown. */
export function logoImage(identity: Identity): Markup | null {
  const { logoUrl } = identity
  const shown = logoUrl !== null && (logoSource(identity) !== null || IMAGE.test(logoUrl))
  return shown ? markup`<img class="logo" src="${logoUrl}" alt="">` : null
}

/** The foot of a card: whom to ask, and the application's terms. */
export function identityFooter({ supportEmail, termsUrl, privacyUrl }: Identity, { cards }: Language): Markup | null {
  const { help, terms, privacy } = cards.footer
  const links = [
    supportEmail !== null && markup`<a href="mailto:${encodeURIComponent(supportEmail).replace('%40', '@')}">${help}</a>`,
    termsUrl !== null && markup`<a href="${webUrl(termsUrl)}">${terms}</a>`,
    privacyUrl !== null && markup`<a href="${webUrl(privacyUrl)}">${privacy}</a>`,
  ].filter((link) => link !== false)
  return links.length === 0 ? null : markup`<footer class="row small soft foot">${links}</footer>`
}
