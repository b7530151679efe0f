import type { PathOf } from '@latchkey/protocol'

/** Below this path of the app the Latchkey server is reached. */
export const PREFIX = '/__latchkey'

/** Where the settings of the instance are, which every app asks for. */
export const ENVIRONMENT_PATH: PathOf<'frontend/get-environment'> = '/v1/environment'
