const tables = [
  'users',
  'identifications',
  'clients',
  'sessions',
  'attempts',
  'verifications',
  'further_verifications',
  'credentials',
  'counters',
  'one_time',
  'outbox',
  'inbox',
  'audit',
]
const mention = new RegExp(`\\b(?:from|join|into|update) "?(?:${tables.join('|')})"?`, 'g')
const restriction = /"?instance_id"? = |\binto "?\w+"? \([^)]*"?instance_id"?/g

/** Does a statement touch a table of tenants' rows without saying whose, once for every time it does? */
export function unscoped(sql: string): boolean {
  const mentions = sql.match(mention)?.length ?? 0
  const restrictions = sql.match(restriction)?.length ?? 0
  return restrictions < mentions
}
