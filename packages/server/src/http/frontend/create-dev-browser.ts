import type { DevBrowserJSON } from '@latchkey/protocol'
import { newId } from '../../actions/ports.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { FrontendRequest, Handler } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** A name for a browser of a development instance. Older SDKs ask for one; it proves nothing, so nothing is kept. */
export const createDevBrowser: Handler<FrontendRequest> = async ({ ports }, { call }) => {
  if (call.instance.type !== 'development') throw new Refusal('request_invalid_for_environment')
  const id = newId(ports, 'dev_browser')
  return json({ object: 'dev_browser', id, token: id } satisfies DevBrowserJSON)
}
