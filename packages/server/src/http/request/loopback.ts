const name = /^(?:localhost|(?:[a-z0-9-]+\.)+localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Does this request come from this machine, and does it mean this machine?
 * A page that had its name rebound to 127.0.0.1 fails the second.
 */
export function isLoopback(peer: string | null, hostname: string): boolean {
  return peer !== null && /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/i.test(peer) && name.test(hostname)
}
