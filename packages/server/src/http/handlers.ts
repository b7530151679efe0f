import type { EndpointId } from '@latchkey/protocol'
import { backendHandlers } from './backend/index.ts'
import { frontendHandlers } from './frontend/index.ts'
import type { EndpointHandler } from './handler.ts'
import { latchkeyHandlers } from './latchkey/index.ts'
import { operatorHandlers } from './operator/index.ts'
import { publicHandlers } from './public/index.ts'

/** Every endpoint's handler. One that is missing, or does not fit what its endpoint demands of callers, is a type error. */
export type Handlers = { readonly [Id in EndpointId]: EndpointHandler<Id> }

/** Door by door. */
export const handlers: Handlers = { ...frontendHandlers, ...backendHandlers, ...publicHandlers, ...latchkeyHandlers, ...operatorHandlers }
