import type { AnswerOf, BodyOf, EndpointId, EndpointOf, JsonObject, ParamsOf, QueryOf } from '@latchkey/protocol'
import type { z } from 'zod'
import type { EventSource } from '../actions/audit/record.ts'
import type { BackendCall, FrontendCall } from '../actions/call.ts'
import type { Instance } from '../domain/instance.ts'
import type { Session } from '../domain/session.ts'
import type { HttpContext } from './context.ts'
import type { Incoming } from './incoming.ts'
import type { Reply } from './reply/reply.ts'
import { parseFields } from './request/parse-fields.ts'
import type { Body } from './request/parse-json.ts'

/** The parameters of a query, by names that are known. */
export interface Query<Name extends string = string> {
  get(name: Name): string | null
  getAll(name: Name): readonly string[]
  has(name: Name): boolean
  keys(): Iterable<string>
}

/** What every handler is told of its request. */
export interface BaseRequest {
  /** Parameters of the path: letters, digits, `_`, `-` and `.` only. */
  readonly params: { readonly [name: string]: string }
  readonly query: Query
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
export type Handler<Of, Answer = unknown> = (context: HttpContext, request: Of) => Promise<Reply<Answer>>

/** What comes in at a door, by what the endpoint asks of its callers. */
type DoorRequestOf<Id extends EndpointId> = EndpointOf<Id>['door'] extends 'backend'
  ? BackendRequest
  : EndpointOf<Id>['door'] extends 'operator'
    ? OperatorRequest
    : EndpointOf<Id>['door'] extends 'public' | 'latchkey'
      ? PublicRequest
      : EndpointOf<Id>['auth'] extends 'session'
        ? SessionRequest
        : FrontendRequest

/** What a handler gets: its parameters by name, and of the query and the body the fields that its endpoint has. */
export type RequestOf<Id extends EndpointId> = Omit<DoorRequestOf<Id>, 'params' | 'query' | 'body'> & {
  readonly params: ParamsOf<Id>
  readonly query: Query<keyof QueryOf<Id> & string>
  readonly body: { readonly [Name in keyof BodyOf<Id>]?: unknown }
}

/** What answers at an endpoint: with what its contract says and nothing else. One whose endpoint has a body says how it is parsed. */
export type EndpointHandler<Id extends EndpointId> = Handler<RequestOf<Id>, AnswerOf<Id>> &
  (keyof BodyOf<Id> extends never ? unknown : Parsing<Id>)

/** How the body of an endpoint is parsed. */
export interface Parsing<Id extends EndpointId = EndpointId> {
  readonly endpoint: Id
  readonly fields: z.ZodObject
}

/** The fields of a schema that its endpoint does not have, those it lacks, and those that come out as something else. */
type Differing<Shape extends z.ZodRawShape, Body> =
  | Exclude<keyof Shape, keyof Body>
  | Exclude<keyof Body, keyof Shape>
  | { [Name in keyof Shape & keyof Body]: Fits<z.output<Shape[Name]>, Body[Name]> extends true ? never : Name }[keyof Shape & keyof Body]

/** What is in an object that belongs to somebody else, the action judges. */
type Fits<Output, Field> = unknown extends Output ? true : [Output] extends [Field | Foreign<Field> | null | undefined] ? true : false

type Foreign<Field> = JsonObject extends Field ? { readonly [key: string]: unknown } : never

/**
 * A handler that takes the fields of a body, parsed by one schema: the one that the printed documents describe.
 * @param fields exactly those of the endpoint's contract
 */
export function taking<Id extends EndpointId, Shape extends z.ZodRawShape, Config extends z.core.$ZodObjectConfig>(
  endpoint: Id,
  fields: z.ZodObject<Shape, Config> &
    ([Differing<Shape, BodyOf<Id>>] extends [never] ? unknown : { differing: Differing<Shape, BodyOf<Id>> }),
  handler: (context: HttpContext, request: RequestOf<Id>, given: z.output<z.ZodObject<Shape, Config>>) => Promise<Reply<AnswerOf<Id>>>,
): Handler<RequestOf<Id>, AnswerOf<Id>> & Parsing<Id> {
  const handle: Handler<RequestOf<Id>, AnswerOf<Id>> = async (context, request) =>
    handler(context, request, parseFields<z.ZodObject<Shape, Config>>(fields, request.body))
  return Object.assign(handle, { endpoint, fields })
}

/** The handlers of one door, complete. */
export type HandlersOf<Door extends string> = {
  readonly [Id in Extract<EndpointId, `${Door}/${string}`>]: EndpointHandler<Id>
}
