import type { ErrorsJSON } from '@latchkey/protocol'
import type { Instance } from '../../domain/instance.ts'
import type { Reply } from './reply.ts'

/** What cross-origin pages may read of an answer, besides its body. */
export type CorsHeaders = { readonly [name: string]: string }

const exposed = 'Authorization, Clerk-Db-Jwt, X-Country, Retry-After'

/**
 * Lets the page of a known origin read the answer, with cookies; any other page reads nothing.
 * @param origin the `Origin` of the request, if it is a known one
 */
export function corsHeaders(origin: string | null): CorsHeaders {
  if (origin === null) return { Vary: 'Origin' }
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': exposed,
    Vary: 'Origin',
  }
}

/** Lets any page read what is public anyway, without cookies. */
export const PUBLIC_CORS: CorsHeaders = { 'Access-Control-Allow-Origin': '*' }

/** Answers the question a browser asks before it sends anything but a form. @param requested the headers it would send */
export function preflightHeaders(origin: string, requested: string | null): CorsHeaders {
  const wanted = requested !== null && /^[\w-]+(?:\s*,\s*[\w-]+)*$/.test(requested) ? requested : 'Authorization, Content-Type'
  return {
    ...corsHeaders(origin),
    'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
    'Access-Control-Allow-Headers': wanted,
    'Access-Control-Max-Age': '600',
  }
}

/**
 * Puts the command that allows an origin into a refusal because of one: the error table holds no placeholders, and this
 * is the one refusal that every developer meets.
 */
export function explainOrigin(reply: Reply, instance: Instance | null): Reply {
  const body = reply.body as ErrorsJSON
  const [entry] = body.errors
  if (instance === null || entry?.code !== 'origin_invalid') return reply
  const origin = typeof entry.meta?.origin === 'string' ? URL.parse(entry.meta.origin)?.origin : undefined
  const named = origin === undefined || origin === 'null' ? '<origin>' : origin
  const command = `latchkey apps allow-origin ${named} --app ${shellWord(instance.applicationName)}`
  return {
    ...reply,
    body: {
      ...body,
      errors: [{ ...entry, long_message: `${entry.long_message} Add it: "npx ${command}" in the folder of the Latchkey server.` }],
    },
  }
}

function shellWord(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`
}
