import type { InstanceScope } from '../../storage/index.ts'
import type { BackendCall } from '../call.ts'
import type { Ports } from '../ports.ts'

/** Runs `work` in one transaction of the instance that the secret key names. */
export function inTransaction<T>(ports: Pick<Ports, 'storage'>, call: BackendCall, work: (scope: InstanceScope) => Promise<T>): Promise<T> {
  return ports.storage.transaction((db) => work({ db, instanceId: call.instance.id }))
}
