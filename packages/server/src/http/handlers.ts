import { backendHandlers } from './backend/index.ts'
import type { Handlers } from './dispatch.ts'
import { frontendHandlers } from './frontend/index.ts'
import { latchkeyHandlers } from './latchkey/index.ts'
import { publicHandlers } from './public/index.ts'

/** Every endpoint's handler, door by door. */
export const handlers: Handlers = { ...frontendHandlers, ...backendHandlers, ...publicHandlers, ...latchkeyHandlers }
