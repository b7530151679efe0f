/** An answer of the app's own, in the shape the server's have. */
export function refusal(status: number, code: string, message: string): Response {
  const headers = { 'cache-control': 'no-store', 'latchkey-proxy': '1' }
  return Response.json({ errors: [{ code, message, long_message: message, meta: {} }] }, { status, headers })
}
