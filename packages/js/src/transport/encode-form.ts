/** The fields of a request by their wire names. `undefined` is left out; `null` and an empty text clear. */
export type Fields = Readonly<Record<string, string | null | undefined>>

/** Fields as a form body. */
export function encodeForm(fields: Fields): URLSearchParams {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value ?? '')
  return form
}
