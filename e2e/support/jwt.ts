/** The claims of a token, unchecked: for looking at what was given. */
export function claimsOf(jwt: string): Readonly<Record<string, unknown>> {
  return part(jwt, 1)
}

/** The header of a token, unchecked. */
export function headerOf(jwt: string): Readonly<Record<string, unknown>> {
  return part(jwt, 0)
}

function part(jwt: string, index: number): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(jwt.split('.')[index] ?? '', 'base64url').toString()) as Record<string, unknown>
}
