/**
 * An address as it may be shown to somebody who is not signed in yet: whole when she typed it herself, otherwise just enough
 * to recognise one's own (`a***@e***.com`). So knowing one address of a person does not tell her others.
 */
export function safeIdentifier(address: string, typed: string | null): string {
  if (address === typed) return address
  const at = address.lastIndexOf('@')
  const dot = address.lastIndexOf('.')
  return `${address.slice(0, 1)}***@${address.slice(at + 1, at + 2)}***${address.slice(dot)}`
}
