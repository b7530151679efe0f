/** A second mail within this time is not sent. */
export const RESEND_AFTER_MS = 30_000

const LIFETIME_MS = 600_000

/**
 * Whole seconds until another mail may be asked for.
 * @param sentAt when this page had one sent, `null` when it was another page of the same attempt
 * @param expiresAt when the code ends, from which follows when it began
 */
export function cooldown(of: { readonly sentAt: number | null; readonly expiresAt: number | null; readonly now: number }): number {
  const since = of.sentAt ?? (of.expiresAt === null ? null : of.expiresAt - LIFETIME_MS)
  if (since === null) return 0
  return Math.min(Math.max(Math.ceil((since + RESEND_AFTER_MS - of.now) / 1000), 0), RESEND_AFTER_MS / 1000)
}
