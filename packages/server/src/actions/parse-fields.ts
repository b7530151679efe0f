import type { IdentifierName } from '@latchkey/protocol'
import type { Identifier } from '../domain/identifiers/identifier.ts'
import { IDENTIFIERS } from '../domain/identifiers/rules.ts'
import { isMetadata } from '../domain/metadata.ts'
import { canonicalName } from '../domain/name.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Metadata } from '../domain/user.ts'

/**
 * The canonical spelling of an identifier in a request, under its own name there.
 * @throws Refusal `form_param_format_invalid`, or what is wrong with one of its kind
 */
export function requireIdentifier(type: IdentifierName, text: string): Identifier {
  const rules = IDENTIFIERS[type]
  const value = rules.canonical(text)
  if (value === null) throw new Refusal(rules.faultOf?.(text) ?? 'form_param_format_invalid', { param: type })
  return { type, value }
}

/** A name in a request. @throws Refusal `form_param_format_invalid` */
export function requireName(text: string, param: string): string {
  const name = canonicalName(text)
  if (name === null) throw new Refusal('form_param_format_invalid', { param })
  return name
}

/** Metadata in a request: an object, or the JSON of one as forms carry it. @throws Refusal `form_param_format_invalid` */
export function requireMetadata(value: unknown, param: string): Metadata {
  const parsed = typeof value === 'string' ? parseJson(value) : value
  if (!isMetadata(parsed)) throw new Refusal('form_param_format_invalid', { param })
  return parsed
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
