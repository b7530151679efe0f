import { StorageUnavailable } from '../errors.ts'
import type { Storage, StorageOptions } from '../storage.ts'

/** PostgreSQL. */
export async function openPostgres(options: StorageOptions): Promise<Storage> {
  throw new StorageUnavailable(new Error(`not built yet: ${options.url.slice(0, 8)}`))
}
