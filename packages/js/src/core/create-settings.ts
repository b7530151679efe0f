import type { EnvironmentJSON } from '@latchkey/protocol'
import type { Latchkey } from '../latchkey.ts'
import { environmentFromJSON } from '../resources/environment-from-json.ts'
import type { Environment } from '../resources/environment.ts'
import type { Core } from './create-core.ts'

/** The settings of the instance. */
export type Settings = Pick<Latchkey, 'environment' | 'provideEnvironment'>

/** Makes it. */
export function createSettings({ store, api }: Core): Settings {
  let asking: Promise<Environment> | null = null
  async function ask(): Promise<Environment> {
    try {
      const environment = environmentFromJSON(await api.send<EnvironmentJSON>('GET', '/environment'))
      store.set({ environment })
      return environment
    } finally {
      asking = null
    }
  }
  return {
    environment: async () => store.get().environment ?? (asking ??= ask()),
    provideEnvironment: (environment) => store.setInitial({ environment }),
  }
}
