/** What cannot be done about a key, in a sentence that says what can. */
export class KeyRefused extends Error {}

/** What tells one key from another. */
interface Pickable {
  readonly id: string
  readonly name: string
  readonly last4: string
}

/**
 * The key that somebody means by its id, its name or its last four characters.
 * @param of.kind what such keys are called, such as `secret key`
 * @throws KeyRefused when it is none of them, or several
 */
export function pickKey<Key extends Pickable>(
  keys: readonly Key[],
  which: string,
  of: { readonly app: string; readonly kind: string; readonly list: string },
): Key {
  const found = keys.filter(({ id, name, last4 }) => which === id || which === name || which === last4 || which === `…${last4}`)
  const [key, ...others] = found
  if (key === undefined) throw new KeyRefused(`${of.app} has no ${of.kind} "${which}". ${of.list} shows them all.`)
  if (others.length > 0)
    throw new KeyRefused(
      `${of.app} has ${found.length} ${of.kind}s "${which}". Write the id of the one you mean: ${found.map(({ id }) => id).join(', ')}.`,
    )
  return key
}
