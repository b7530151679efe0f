/**
 * Refuses to check what there is nothing to check by: to pass over a role that was asked for would let everybody in.
 * @param asks what `protect` was called with
 * @throws TypeError
 */
export function noPermissions(asks: readonly unknown[]): void {
  if (asks.some((one) => one !== undefined)) {
    throw new TypeError(
      'auth.protect() takes no arguments: there are no roles and permissions yet. Compare sessionClaims or the metadata of ' +
        'currentUser() with what you ask for.',
    )
  }
}
