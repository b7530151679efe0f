import type { HandlersOf } from '../handler.ts'
import { getJwks } from './get-jwks.ts'
import { getOpenIdConfiguration } from './get-openid-configuration.ts'
import { health } from './health.ts'

/** What anybody may read. */
export const publicHandlers: HandlersOf<'public'> = {
  'public/health': health,
  'public/get-jwks': getJwks,
  'public/get-openid-configuration': getOpenIdConfiguration,
}
