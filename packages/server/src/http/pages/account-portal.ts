import { allowedRedirectUrl } from '../../domain/origins.ts'
import type { Instance } from '../../domain/instance.ts'
import { frontendApiBase } from '../../domain/frontend-api.ts'
import type { HttpContext } from '../context.ts'
import type { Incoming } from '../incoming.ts'
import { redirect, type Reply } from '../reply/reply.ts'

/**
 * Older SDKs send signed-out visitors to `https://accounts.<rest of the Frontend API's host>`. Sends them on to the
 * application's own page where it named one, else to ours, and lets them keep where they wanted to go.
 * @returns `null` when the request is for no such host
 */
export async function accountPortal(context: HttpContext, incoming: Incoming, mode: 'sign_in' | 'sign_up'): Promise<Reply | null> {
  const rest = /^accounts\.(.+)$/.exec(incoming.url.hostname)?.[1]
  const instance = rest === undefined || incoming.slug !== null ? null : await instanceOf(context, rest)
  if (instance === null) return null
  const { signIn, signUp } = instance.settings.urls
  const own = allowedRedirectUrl(instance, (mode === 'sign_in' ? signIn : signUp) ?? '', [])
  const base = frontendApiBase(instance, context.ports.publicUrl)
  const target = new URL(own ?? `${base}/${mode === 'sign_in' ? 'sign-in' : 'sign-up'}`)
  const wanted = allowedRedirectUrl(instance, incoming.url.searchParams.get('redirect_url') ?? '', [])
  if (wanted !== null) target.searchParams.set('redirect_url', wanted)
  return redirect(target.href)
}

function instanceOf({ instances }: HttpContext, rest: string): Promise<Instance | null> {
  const slug = /^([a-z0-9-]+)\.localhost$/.exec(rest)?.[1]
  return slug === undefined ? instances.find({ host: `clerk.${rest}` }) : instances.find({ slug })
}
