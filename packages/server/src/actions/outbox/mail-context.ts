/** Where a sealed message lives: it opens in no other row. */
export function mailContext(messageId: string): string {
  return `outbox|sealed|${messageId}`
}
