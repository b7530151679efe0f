import type { CardPage } from '@latchkey/protocol'
import type { FrontendCall } from '../../../actions/call.ts'
import { brandColours } from '../../../domain/brand.ts'
import { publishableKeyOf } from '../../../domain/frontend-api.ts'
import type { ClientView } from '../../../domain/view.ts'
import { clientJson, environmentJson } from '../../../wire/index.ts'
import type { HttpContext } from '../../context.ts'
import type { FrontendRequest } from '../../handler.ts'
import { drawnPage } from '../../html/index.ts'
import type { Reply } from '../../reply/reply.ts'
import { formPage } from './form-page.ts'
import { continueUrl, hostedPath, REDIRECT_FIELD, wantedUrl } from './paths.ts'

/** Asks for a page that works without scripts: browsers without any are sent there from one that does not. */
const PLAIN = 'plain'

/** A page that works without scripts, as a path. @param more what else it is told */
export function plainUrl(
  call: Pick<FrontendCall, 'base'>,
  path: string,
  wanted: string | null,
  more: { readonly saved?: '1'; readonly over?: '1' } = {},
): string {
  const query = new URLSearchParams({ ...(wanted !== null && { [REDIRECT_FIELD]: wanted }), [PLAIN]: '1', ...more })
  return `${hostedPath(call, path, null)}?${query}`
}

/**
 * A page drawn by the components, as they are in the browser, which takes over what stands there.
 * @param view who is signed in, `null` for nobody
 * @returns `null` where the page is to be a plain one: none were built, or it was asked for
 */
export async function drawn(
  context: HttpContext,
  request: FrontendRequest,
  page: CardPage['page'],
  view: ClientView | null,
): Promise<Reply | null> {
  const { assets, ports, language } = context
  const { pages } = language
  if (assets === null || request.query.has(PLAIN)) return null
  const { call } = request
  const { settings, applicationName } = call.instance
  const colours = brandColours(settings)
  const wanted = wantedUrl(request)
  const pathOf = (name: string) => hostedPath(call, `/assets/${name}`, null)
  const known: CardPage = {
    page,
    publishableKey: publishableKeyOf(call.instance, ports.publicUrl),
    baseUrl: hostedPath(call, '', null),
    origin: new URL(call.base).origin,
    continueUrl: continueUrl(call, wanted, page === 'sign-up' ? 'sign_up' : 'sign_in'),
    primary: colours === null ? null : `light-dark(${colours.light.primary}, ${colours.dark.primary})`,
    // The form that asks for an address posts by itself; what else the cards offer, scripts do.
    worksAlone: view === null && (page === 'sign-in' || settings.signUpMode === 'public'),
    environment: environmentJson(call.instance, { frontendApi: call.base }),
    client: view && clientJson(view, ports.clock.now()),
  }
  const nonce = Buffer.from(ports.random.bytes(16)).toString('base64')
  const body = drawnPage({
    language,
    title: page === 'user' ? pages.account.title : pages[page === 'sign-in' ? 'signIn' : 'signUp'].tab,
    applicationName,
    script: pathOf(assets.script),
    styles: assets.styles.map(pathOf),
    plainUrl: known.worksAlone ? null : plainUrl(call, `/${page}`, wanted),
    drawn: await assets.draw(known, nonce),
  })
  return formPage(request, body, null, nonce)
}
