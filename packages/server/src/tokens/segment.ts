/** One of the first two parts of a JWT. @see RFC 7515, section 7.1 */
export function encodeSegment(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
