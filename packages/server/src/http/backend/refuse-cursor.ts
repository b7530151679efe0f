import { Refusal } from '../../domain/refusal.ts'

/** Pages are cut by `offset` only; to pass a cursor over would be the first page for ever. @throws Refusal `form_param_unknown` */
export function refuseCursor(query: URLSearchParams): void {
  if (query.get('starting_after')) throw new Refusal('form_param_unknown', { param: 'starting_after' })
}
