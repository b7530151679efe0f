import type { BucketName, Endpoint } from '@latchkey/protocol'
import type { FrontendRequest, Handler, PublicRequest } from '../handler.ts'
import type { Mounted } from '../route.ts'

/**
 * A page of an instance, which comes in by the same door as the Frontend API: the same origin check, limits and cookies.
 * @param bucket the traffic limit of its form
 */
export function page(method: 'GET' | 'POST', path: string, handler: Handler<FrontendRequest>, bucket: BucketName | null = null): Mounted {
  const endpoint: Endpoint = {
    id: `pages${path}`,
    door: 'frontend',
    method,
    path,
    auth: 'public',
    mutates: method === 'POST',
    bucket,
    response: 'html',
  }
  return { endpoint, handler }
}

/** A page of the server itself, of no instance. */
export function serverPage(path: string, handler: Handler<PublicRequest>): Mounted {
  const id = `pages${path}`
  return { endpoint: { id, door: 'latchkey', method: 'GET', path, auth: 'inbox', mutates: false, bucket: null, response: 'html' }, handler }
}

/** A file that pages are made of, the same for everybody. */
export function asset(path: string, handler: Handler<PublicRequest>): Mounted {
  const id = `pages${path}`
  return { endpoint: { id, door: 'public', method: 'GET', path, auth: 'public', mutates: false, bucket: null, response: 'html' }, handler }
}
