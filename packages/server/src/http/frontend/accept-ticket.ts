import { allowedRedirectUrl } from '../../domain/origins.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { redirect } from '../reply/reply.ts'

/** Carries a sign-in token to the sign-in page, which uses it up. Opening the link changes nothing, so a scanner may. */
export const acceptTicket: Handler<FrontendRequest> = async (_context, { call, query }) => {
  const { instance, base } = call
  const { signIn, home } = instance.settings.urls
  const wanted = allowedRedirectUrl(instance, query.get('redirect_url') ?? '', [])
  const page = new URL(wanted ?? signIn ?? `${base}/sign-in`, home ?? base)
  page.searchParams.set('__clerk_status', 'sign_in')
  page.searchParams.set('__clerk_ticket', query.get('ticket') ?? '')
  return redirect(page.href, { status: 303 })
}
