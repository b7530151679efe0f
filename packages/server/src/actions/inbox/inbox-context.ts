/** Where a message of the inbox is sealed: it opens in no other row. */
export function inboxContext(instanceId: string, messageId: string): string {
  return `${instanceId}|inbox|sealed|${messageId}`
}
