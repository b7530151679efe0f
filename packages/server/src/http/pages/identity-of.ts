import { styleSource } from '../../actions/instance/style-source.ts'
import { brandColours } from '../../domain/brand.ts'
import type { InstanceSettings } from '../../domain/settings/instance-settings.ts'
import { type Identity, identityStyle } from '../html/index.ts'

const known = new WeakMap<InstanceSettings, Identity>()

/** What the pages of an instance show of it. Made once for each reading of its settings. */
export function identityOf({ settings }: { readonly settings: InstanceSettings }): Identity {
  const found = known.get(settings)
  if (found !== undefined) return found
  const { brand } = settings
  const colours = brandColours(settings)
  const text = colours === null ? null : identityStyle(colours)
  const identity = {
    logoUrl: brand.logo,
    style: text === null ? null : { text, source: styleSource(text) },
    supportEmail: brand.supportEmail,
    termsUrl: brand.terms,
    privacyUrl: brand.privacy,
  }
  known.set(settings, identity)
  return identity
}
