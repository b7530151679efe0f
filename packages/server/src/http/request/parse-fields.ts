import { z } from 'zod'
import { Refusal } from '../../domain/refusal.ts'
import type { Body } from './parse-json.ts'

/** A text; an empty one counts as not given. */
export const text = z.preprocess((value) => (value === '' ? undefined : value), z.string().max(10_000).optional())

/** A text that may also be emptied, by `null` or an empty one. */
export const clearable = z.string().max(10_000).nullable().optional()

/** Metadata: an object in JSON, a text in a form. What is in it is judged by the action. */
export const metadata = z.preprocess((value) => (value === '' ? undefined : value), z.unknown().optional())

/** Yes or no, which a form spells out. */
export const flag = z.preprocess(unspell, z.boolean().optional())

function unspell(value: unknown): unknown {
  if (value === '') return undefined
  return value === 'true' ? true : value === 'false' ? false : value
}

/**
 * The known fields of a body, strictly typed; others are dropped.
 * @throws Refusal `form_param_type_invalid`, `form_param_format_invalid`, naming the field
 */
export function parseFields<Fields extends z.ZodObject>(schema: Fields, body: Body): z.output<Fields> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new Refusal(issue.code === 'invalid_type' ? 'form_param_type_invalid' : 'form_param_format_invalid', {
    param: String(issue.path[0]),
  })
}
