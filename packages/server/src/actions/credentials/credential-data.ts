import type { Credential } from '../../domain/credential.ts'
import type { EnrolledCredential } from '../../strategies/strategy.ts'
import type { Ports } from '../ports.ts'

/** Where the data of a credential is sealed: it opens in no other row. */
export function credentialContext(instanceId: string, credentialId: string): string {
  return `${instanceId}|credentials|data|${credentialId}`
}

/** What is stored of a credential's data. */
export function sealedData(
  { seal }: Pick<Ports, 'seal'>,
  instanceId: string,
  { id, data }: Pick<EnrolledCredential, 'id' | 'data'>,
): string {
  return seal.seal(credentialContext(instanceId, id), data)
}

/** Credentials as their strategy knows them, without those of which it remembers nothing. */
export function openedCredentials(
  { seal }: Pick<Ports, 'seal'>,
  instanceId: string,
  credentials: readonly Credential[],
): readonly EnrolledCredential[] {
  return credentials.flatMap(({ id, userId, data }) =>
    data === null ? [] : [{ id, userId, data: seal.open(credentialContext(instanceId, id), data) }],
  )
}
