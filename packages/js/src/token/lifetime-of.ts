/** How long a session token is good for from when it was made, in milliseconds; 0 when it cannot be told. It is read, not verified. */
export function lifetimeOf(jwt: string): number {
  try {
    const claims = JSON.parse(atob((jwt.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'))) as { exp: number; iat: number }
    return Math.max(0, (claims.exp - claims.iat) * 1000) || 0
  } catch {
    return 0
  }
}
