import { Refusal } from '../../domain/refusal.ts'
import type { Body } from './parse-json.ts'

const maxKeys = 1000

/**
 * The fields of a form body, all of them texts. Read from the text itself: it is several times faster than `formData`.
 * @throws Refusal `form_param_duplicate` `request_body_invalid`
 */
export function parseForm(text: string): Body {
  const fields: { [name: string]: string } = Object.create(null) as { [name: string]: string }
  if (!isUtf8(text)) throw new Refusal('request_body_invalid')
  let count = 0
  for (const [name, value] of new URLSearchParams(text)) {
    if (++count > maxKeys || name === '__proto__' || name.includes('\u0000') || value.includes('\u0000'))
      throw new Refusal('request_body_invalid')
    if (name in fields) throw new Refusal('form_param_duplicate', { param: name.slice(0, 100) })
    fields[name] = value
  }
  return fields
}

/**
 * Do the escapes of a form spell UTF-8? Where they do not, `URLSearchParams` would put the sign for an unknown character, and that
 * is not what was sent. A percent sign that begins no escape stands for itself.
 */
function isUtf8(text: string): boolean {
  if (!/%[89a-f]/i.test(text)) return true
  try {
    decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'))
    return true
  } catch {
    return false
  }
}
