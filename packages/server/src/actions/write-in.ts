import type { InstanceScope } from '../storage/index.ts'
import type { Ports } from './ports.ts'

/** Writes in the transaction that the scope belongs to, and in one of its own where that only reads. */
export function writeIn(
  { storage }: Pick<Ports, 'storage'>,
  scope: InstanceScope,
  work: (scope: InstanceScope) => Promise<unknown>,
): Promise<unknown> {
  return scope.db === storage.db ? storage.transaction((db) => work({ ...scope, db })) : work(scope)
}
