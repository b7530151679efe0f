import { brandColours } from '../../../domain/brand.ts'
import { publishableKeyOf } from '../../../domain/frontend-api.ts'
import { demandFor } from '../../../domain/settings/attribute-rules.ts'
import type { InstanceSettings } from '../../../domain/settings/instance-settings.ts'
import type { HttpContext } from '../../context.ts'
import type { FrontendRequest } from '../../handler.ts'
import type { HostedStart, PageScript } from '../../html/index.ts'
import { continueUrl, hostedPath, wantedUrl } from './paths.ts'

/** The script of a hosted page, `null` where the server has none and the pages stay plain. */
export function pageScript({ assets, ports }: HttpContext, request: FrontendRequest, page: PageScript['data']['page']): PageScript | null {
  if (assets === null) return null
  const { call } = request
  const colours = brandColours(call.instance.settings)
  const pathOf = (name: string) => hostedPath(call, `/assets/${name}`, null)
  return {
    src: pathOf(assets.script),
    styles: assets.styles.map(pathOf),
    data: {
      page,
      publishableKey: publishableKeyOf(call.instance, ports.publicUrl),
      baseUrl: hostedPath(call, '', null),
      continueUrl: continueUrl(call, wantedUrl(request), page === 'sign-up' ? 'sign_up' : 'sign_in'),
      primary: colours === null ? null : `light-dark(${colours.light.primary}, ${colours.dark.primary})`,
    },
  }
}

/** Which names the instance asks for. */
export function askedNames(settings: Pick<InstanceSettings, 'attributes'>): NonNullable<HostedStart['names']> {
  return { first: demandFor(settings, 'first_name'), last: demandFor(settings, 'last_name') }
}
