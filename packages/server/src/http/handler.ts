import type { ENDPOINTS, EndpointId } from '@latchkey/protocol'
import type { EventSource } from '../actions/audit/record.ts'
import type { BackendCall, FrontendCall } from '../actions/call.ts'
import type { Instance } from '../domain/instance.ts'
import type { Session } from '../domain/session.ts'
import type { HttpContext } from './context.ts'
import type { Incoming } from './incoming.ts'
import type { Reply } from './reply/reply.ts'
import type { Body } from './request/parse-json.ts'

/** What every handler is told of its request. */
export interface BaseRequest {
  /** Parameters of the path: letters, digits, `_`, `-` and `.` only. */
  readonly params: { readonly [name: string]: string }
  readonly query: URLSearchParams
  /** Fields of the body, not yet typed. */
  readonly body: Body
  readonly incoming: Incoming
}

/** A request at the Frontend API. */
export interface FrontendRequest extends BaseRequest {
  readonly call: FrontendCall
  /** A look that nobody asked for with a click (HEAD, prefetch): it must change nothing. */
  readonly passive: boolean
}

/** A request of somebody signed in. */
export interface SessionRequest extends FrontendRequest {
  readonly session: Session
}

/** A request at the Backend API, from whoever holds a secret key of the instance. */
export interface BackendRequest extends BaseRequest {
  readonly call: BackendCall
}

/** A request of whoever sets the instance up, by an operator key of it. */
export interface OperatorRequest extends BaseRequest {
  readonly instance: Instance
  readonly source: EventSource
}

/** A request that needs no credentials, and perhaps not even an instance. */
export interface PublicRequest extends BaseRequest {
  /** The instance the URL names. @throws Refusal `host_invalid`, `resource_not_found` */
  locate(): Promise<{ readonly instance: Instance; readonly base: string; readonly issuer: string }>
}

/** Request → action → wire → envelope. */
export type Handler<Of> = (context: HttpContext, request: Of) => Promise<Reply>

type EndpointOf<Id extends EndpointId> = Extract<(typeof ENDPOINTS)[number], { readonly id: Id }>

/** What a handler gets, by the endpoint's door and what it asks of its callers. */
export type RequestOf<Id extends EndpointId> = EndpointOf<Id>['door'] extends 'backend'
  ? BackendRequest
  : EndpointOf<Id>['door'] extends 'operator'
    ? OperatorRequest
    : EndpointOf<Id>['door'] extends 'public' | 'latchkey'
      ? PublicRequest
      : EndpointOf<Id>['auth'] extends 'session'
        ? SessionRequest
        : FrontendRequest

/** The handlers of one door, complete. */
export type HandlersOf<Door extends string> = {
  readonly [Id in Extract<EndpointId, `${Door}/${string}`>]: Handler<RequestOf<Id>>
}
