// oxlint-disable-next-line no-control-regex -- control and direction characters are what is looked for
const unfit = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/

/** A name as it is stored: trimmed, at most 100 characters, no control or direction characters; `null` when it is not one. */
export function canonicalName(input: string): string | null {
  const name = input.trim().normalize('NFC')
  return name === '' || name.length > 100 || unfit.test(input) || !input.isWellFormed() ? null : name
}
