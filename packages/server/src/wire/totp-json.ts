import type { TotpJSON } from '@latchkey/protocol'

/** What is shown of an authenticator app. Times are epoch milliseconds. */
export interface ShownTotp {
  readonly id: string
  /** What an app is told, as long as it is being set up. */
  readonly uri: string | null
  readonly at: number
}

/** An authenticator app: with its key while it is being set up, and never again. */
export function totpJson({ id, uri, at }: ShownTotp): TotpJSON {
  return {
    object: 'totp',
    id,
    secret: uri === null ? null : new URL(uri).searchParams.get('secret'),
    uri,
    verified: uri === null,
    backup_codes: null,
    created_at: at,
    updated_at: at,
  }
}
