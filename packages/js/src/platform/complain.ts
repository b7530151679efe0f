/** Tells the developer, in the page's console. */
export function complain(message: string): void {
  console.error(`[latchkey] ${message}`)
}
