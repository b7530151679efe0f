import { foregroundOn, lightenedOn } from './colour.ts'
import type { InstanceSettings } from './settings/instance-settings.ts'

/** A colour to press, and what is written on it. */
export interface BrandColour {
  readonly primary: string
  readonly foreground: string
}

const darkCard = '#1f2023'

/** The colours of an instance, on light and on dark pages; `null` where nobody chose one. */
export function brandColours({
  brand,
}: Pick<InstanceSettings, 'brand'>): { readonly light: BrandColour; readonly dark: BrandColour } | null {
  if (brand.primary === null) return null
  const pair = (primary: string): BrandColour => ({ primary, foreground: foregroundOn(primary) })
  return { light: pair(brand.primary), dark: pair(brand.primaryDark ?? lightenedOn(darkCard, brand.primary)) }
}

/** The longest image that may stand in settings itself: it travels with every environment. */
const longestImage = 8_192

/** A logo's URL as it may be kept: https without credentials, or a small image. `null` when it is neither. */
export function logoOf(text: string): string | null {
  if (text.length <= longestImage && /^data:image\/(?:png|jpeg|webp|gif|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/.test(text)) return text
  return secureUrlOf(text)
}

/** An https URL without credentials, `null` for anything else. */
export function secureUrlOf(text: string): string | null {
  const url = text.length > 2_048 ? null : URL.parse(text)
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null
}
