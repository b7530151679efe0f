import type { CreatedApplication } from '../../../actions/instance/create-application.ts'
import type { Field } from './kinds.ts'
import type { Stage } from './stage.ts'

/** A request that succeeds, with all that has to be there before it. */
export interface Prepared {
  /** Where its paths begin. */
  readonly base: string
  readonly params?: { readonly [name: string]: string }
  readonly query?: { readonly [name: string]: string }
  /** Fields of the body; left out where there is none. */
  readonly body?: { readonly [field: string]: unknown }
  /** The caller's credentials. */
  readonly headers: { readonly [name: string]: string }
  /** Address of its socket. */
  readonly ip: string
}

/** How to ask one endpoint for something it does. */
export interface Described {
  /** Of the endpoint; of a page its verb and path. */
  readonly id: string
  /** Which of several ways, where there are several. */
  readonly by?: string
  /** Makes everything anew. Requests that were refused before leave it as it is. */
  prepare(stage: Stage, app: CreatedApplication): Promise<Prepared>
  /** The fields of its body that mean something. */
  readonly fields?: { readonly [name: string]: Field }
  /** The parameters of its query that mean something. */
  readonly query?: { readonly [name: string]: Field }
  /** It may be sent again as it is, and is answered as well. One that writes nothing always may. */
  readonly repeatable?: boolean
  readonly answers: number
  /** The code of the answer, where the endpoint never does anything. */
  readonly code?: string
  /** The tables it writes. */
  readonly writes: readonly string[]
}
