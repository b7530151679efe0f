import type { ErrorCode } from '@latchkey/protocol'
import { z } from 'zod'
import { Refusal } from '../../domain/refusal.ts'
import type { Body } from './parse-json.ts'

/** A text; an empty one counts as not given. */
export const text = z.preprocess((value) => (value === '' ? undefined : value), z.string().max(10_000).optional())

/** A text that may also be emptied, by `null` or an empty one. */
export const clearable = z.string().max(10_000).nullable().optional()

/** Metadata: an object in JSON, a text in a form. What is in it is judged by the action. */
export const metadata = z
  .preprocess((value) => (value === '' ? undefined : value), z.unknown().optional())
  .meta({ type: ['object', 'string'] })

/** Yes or no, which a form spells out. */
export const flag = z.preprocess(unspell, z.boolean().optional())

/**
 * A field of something that is not kept here. Whoever sends a value is told, since dropping it in silence would lose it; `null`,
 * `false`, an empty text and an empty list ask for nothing.
 */
export const unkept = z
  .unknown()
  .refine((value) => !holdsSomething(value))
  .optional()
  .meta({ anyOf: [{ enum: [null, false, ''] }, { type: 'array', maxItems: 0 }], description: 'Not kept here: any other value is refused.' })

/** A field that nothing is asked of here: the action or the strategy it is for judges it. @param json what it should be */
export const judgedLater = (json: Readonly<Record<string, unknown>> = { type: 'string' }) => z.unknown().optional().meta(json)

/** What a strategy is proven by, under the name that it gives it. Strategies judge it themselves, so other fields pass. */
export const proofFields = z.looseObject({ strategy: judgedLater(), code: judgedLater(), token: judgedLater(), ticket: judgedLater() })

/** A switch that eases a rule which does not exist here, so either way there is nothing to do. */
export const moot = z.boolean().nullish()

function holdsSomething(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)
}

function unspell(value: unknown): unknown {
  if (value === '') return undefined
  return value === 'true' ? true : value === 'false' ? false : value
}

/** What a field is refused with, by what is wrong with it. */
const codes: { readonly [issue: string]: ErrorCode } = {
  invalid_type: 'form_param_type_invalid',
  custom: 'form_param_unknown',
  unrecognized_keys: 'form_param_unknown',
}

/**
 * The known fields of a body, strictly typed; others are dropped, passed or refused, as the schema has it.
 * @throws Refusal `form_param_missing`, `form_param_type_invalid`, `form_param_format_invalid`, `form_param_unknown`, naming the field
 */
export function parseFields<Fields extends z.ZodObject>(schema: Fields, body: Body): z.output<Fields> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  const missing = issues.find(({ code, path }) => code === 'invalid_type' && body[String(path[0])] === undefined)
  if (missing !== undefined) throw new Refusal('form_param_missing', { param: String(missing.path[0]) })
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]!
  const param = issue.code === 'unrecognized_keys' ? issue.keys[0]! : String(issue.path[0])
  throw new Refusal(codes[issue.code] ?? 'form_param_format_invalid', { param })
}
