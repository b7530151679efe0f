import type { CardWords } from '@latchkey/words'
import type { Problem } from './types.ts'

/** A problem in words: ours where we have some, the server's otherwise. */
export function sentenceOf({ code, text, field, retryAfter }: Problem, words: CardWords): string {
  if (code === 'too_fast') return words.tooFast(retryAfter)
  const errors: Readonly<Record<string, string>> = words.errors
  return errors[code === 'form_param_format_invalid' && field === 'emailAddress' ? 'not_an_address' : code] ?? text ?? words.unknownError
}
