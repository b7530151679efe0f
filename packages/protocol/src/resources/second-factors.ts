/** An authenticator app. Its key is told while it is being set up, and never again. */
export interface TotpJSON {
  readonly object: 'totp'
  readonly id: string
  readonly secret: string | null
  readonly uri: string | null
  readonly verified: boolean
  /** Told once, where they come with the first second factor. */
  readonly backup_codes: readonly string[] | null
  readonly created_at: number
  readonly updated_at: number
}

/** Codes for when the second factor is lost. They are told once. */
export interface BackupCodesJSON {
  readonly object: 'backup_code'
  readonly id: string
  readonly codes: readonly string[]
  readonly created_at: number
  readonly updated_at: number
}
