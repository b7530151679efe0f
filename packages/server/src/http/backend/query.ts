import type { PaginatedJSON } from '@latchkey/protocol'
import { Refusal } from '../../domain/refusal.ts'
import type { Query } from '../handler.ts'
import { json, type Reply } from '../reply/reply.ts'

const defaultLimit = 10
const mostPerPage = 500

/** Longer than anything that is searched for, and well within the pattern that a database takes. */
const longestText = 1000

/**
 * A parameter of the query; an empty one counts as not given, and of several the first counts.
 * @throws Refusal `form_param_max_length_exceeded`
 */
export function textParam<Name extends string>(query: Query<Name>, name: NoInfer<Name>): string | undefined {
  const value = query.get(name) || undefined
  return value === undefined ? undefined : within(value, name)
}

/** Every value of a parameter that may be repeated. @throws Refusal `form_param_max_length_exceeded` */
export function listParam<Name extends string>(query: Query<Name>, name: NoInfer<Name>): readonly string[] {
  return query.getAll(name).filter((value) => within(value, name) !== '')
}

function within(value: string, param: string): string {
  if (value.length > longestText) throw new Refusal('form_param_max_length_exceeded', { param })
  return value
}

/**
 * Refuses a parameter that the request does not have: a filter that is passed over would find everybody. Names that begin with an
 * underscore are for the way, not for the list. @throws Refusal `form_param_unknown`
 */
export function refuseOthers<Name extends string>(query: Query<Name>, names: readonly NoInfer<Name>[]): void {
  const param = [...query.keys()].find((name) => !name.startsWith('_') && !(names as readonly string[]).includes(name))
  if (param !== undefined) throw new Refusal('form_param_unknown', { param: param.slice(0, 100) })
}

/** The parameters of every list. */
export const pageParams = ['limit', 'offset', 'paginated'] as const

/** Yes, no or not given. @throws Refusal `form_param_value_invalid` */
export function flagParam<Name extends string>(query: Query<Name>, name: NoInfer<Name>): boolean | undefined {
  const value = textParam(query, name)
  if (value !== undefined && value !== 'true' && value !== 'false') throw new Refusal('form_param_value_invalid', { param: name })
  return value === undefined ? undefined : value === 'true'
}

/** A whole number within bounds, or not given. @throws Refusal `form_param_value_invalid` */
export function numberParam<Name extends string>(
  query: Query<Name>,
  name: NoInfer<Name>,
  bounds = { min: 0, max: Number.MAX_SAFE_INTEGER },
): number | undefined {
  const value = textParam(query, name)
  if (value === undefined) return undefined
  const number = /^\d{1,16}$/.test(value) ? Number(value) : NaN
  if (!(number >= bounds.min && number <= bounds.max)) throw new Refusal('form_param_value_invalid', { param: name })
  return number
}

/** Which stretch of a list is asked for. @throws Refusal `form_param_value_invalid` */
export function pageParam(query: Query<'limit' | 'offset'>): { readonly limit: number; readonly offset: number } {
  return { limit: numberParam(query, 'limit', { min: 1, max: mostPerPage }) ?? defaultLimit, offset: numberParam(query, 'offset') ?? 0 }
}

/** A page of a list, and with `paginated=true` the number of all. @throws Refusal `form_param_value_invalid` */
export function listReply<Item>(
  query: Query<'paginated'>,
  data: readonly Item[],
  total: number,
): Reply<readonly Item[] | PaginatedJSON<Item>> {
  if (flagParam(query, 'paginated') !== true) return json(data)
  return json({ data, total_count: total })
}
