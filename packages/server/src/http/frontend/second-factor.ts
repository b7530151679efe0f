import { loadSignInView } from '../../actions/sign-in/load-sign-in-view.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { FrontendRequest, Handler } from '../handler.ts'

/** No sign-in here comes to a second factor, so none can be prepared or attempted. */
export const secondFactor: Handler<FrontendRequest> = async ({ ports }, { call, params }) => {
  const view = call.client === null ? null : await loadSignInView(ports, call, params.sign_in_id!, call.client.id)
  throw new Refusal(view === null ? 'resource_not_found' : 'client_state_invalid')
}
