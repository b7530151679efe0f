import type { Words } from '../words/words.ts'
import type { Problem } from './types.ts'

/** A problem in words: ours where we have some, the server's otherwise. */
export function sentenceOf({ code, text, field, retryAfter }: Problem, words: Words): string {
  switch (code) {
    case 'unreachable':
      return words.unreachable
    case 'too_fast':
      return words.tooFast(retryAfter)
    case 'missing':
      return words.field.missing
    case 'not_an_address':
      return words.field.notAnAddress
    case 'form_param_format_invalid':
      return field === 'emailAddress' ? words.field.notAnAddress : words.errors[code]!
    default:
      return words.errors[code] ?? text ?? words.unknownError
  }
}
