import type { BackupCodesJSON, TotpJSON } from '@latchkey/protocol'

/** What is shown of an authenticator app. Times are epoch milliseconds. */
export interface ShownTotp {
  readonly id: string
  /** What an app is told, as long as it is being set up. */
  readonly uri: string | null
  readonly at: number
  /** Codes that come along with it. */
  readonly codes?: readonly string[] | null
}

/** An authenticator app: with its key while it is being set up, and never again. */
export function totpJson({ id, uri, at, codes = null }: ShownTotp): TotpJSON {
  return {
    object: 'totp',
    id,
    secret: uri === null ? null : new URL(uri).searchParams.get('secret'),
    uri,
    verified: uri === null,
    backup_codes: codes,
    created_at: at,
    updated_at: at,
  }
}

/** Codes for when the second factor is lost, each in a line of what was told. */
export function backupCodesJson(of: { readonly id: string; readonly codes: readonly string[]; readonly at: number }): BackupCodesJSON {
  const { id, codes, at } = of
  return { object: 'backup_code', id, codes, created_at: at, updated_at: at }
}
