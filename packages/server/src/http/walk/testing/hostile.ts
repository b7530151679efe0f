/** A value that nobody sends who means well, or who knows what the field is for. */
export interface Hostile {
  readonly name: HostileName
  /** What a reader of JSON or of a form gets, `undefined` when no reader should get anything. */
  readonly value: unknown
  /** As it stands in a JSON body, `null` for one that is sent in forms only. */
  readonly json: string | null
  /** As it stands in a form or a query, `null` for one that is sent in JSON only. */
  readonly form: string | null
  /** Who has to judge it: the field, the reader of the body, or whoever measures the body. */
  readonly outcome: 'field' | 'body' | 'size'
}

/** Texts. Some are nothing but odd: a name may be an emoji. */
const texts = {
  empty: '',
  blank: '   ',
  crlf: 'Eve\r\nBcc: eve@evil.test',
  two_addresses: 'eve@evil.test,mal@evil.test',
  quoted_address: '"eve@evil.test x"@corp.example',
  long: 'a'.repeat(300),
  longer: 'a'.repeat(65_000),
  fullwidth_at: 'victim\uff20evil.test@example.com',
  small_at: 'eve@example.com\ufe6bevil.test',
  bidi: 'eve\u202etset.live',
  fullwidth_digits: '\uff14\uff12\uff14\uff12\uff14',
  emoji: '👩‍🚀',
  proto: '__proto__',
  constructor: 'constructor',
  sql: `x'; drop table users; --`,
  like: '%_\\%',
  traversal: '../../etc/passwd',
  template: '{{7*7}}${7*7}<%= 7*7 %>',
  html: '<script>alert(1)</script>',
  negative: '-1',
  fraction: '0.5',
  beyond: '1e309',
  nan: 'NaN',
  spelled_true: 'true',
  spelled_null: 'null',
  spelled_json: '{"$ne":1}',
  spelled_beyond: '{"a":1e400}',
  spelled_proto: '{"__proto__":{"polluted":true}}',
  spelled_nul: '{"a":"\\u0000"}',
  script_url: 'javascript:alert(1)',
  line_separator: 'a\u2028b',
  zero_width: 'a\u200bb',
}

/** Values of other types. A form has none of them. */
const typed = {
  number: 5,
  negative_number: -1,
  huge_number: 1e300,
  boolean: true,
  nothing: null,
  list: [],
  list_of_text: ['a'],
  object: {},
  operator: { $ne: 1 },
  nested: { a: { b: [{ c: null }] } },
  methods: { toString: 'a', valueOf: 'b' },
  poisoned: { constructor: { prototype: { polluted: true } } },
}

const keys = (count: number) => `{${Array.from({ length: count }, (_, i) => `"k${i}":1`).join(',')}}`

/** What a strict reader of JSON takes for no JSON, or for none that reads the same everywhere. */
const unreadable = {
  bare_nan: 'NaN',
  bare_beyond: '1e400',
  proto_key: '{"__proto__":{"polluted":true}}',
  deep_lists: '['.repeat(10_000) + ']'.repeat(10_000),
  deep_objects: '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000),
  many_keys: keys(5000),
  twice: '{"a":1,"a":2}',
  nul: '"a\\u0000b"',
  surrogate: '"\\ud800"',
  half_an_emoji: '"\\ude00\\ud83d"',
  unclosed: '"a',
  quoted_otherwise: "'a'",
  line_break: '"a\nb"',
  leading_zero: '012',
  commented: '1/*x*/',
}

/** The same in a form: NUL, and bytes that are no UTF-8. */
const unreadableForms = {
  nul: 'a%00b',
  not_utf8: '%ff%fe',
  surrogate: '%ED%A0%80',
  overlong: '%C0%AF',
  cut_off: 'a%E2%82',
}

const tooLarge = {
  large: 'a'.repeat(400_000),
  hundred_thousand_keys: keys(100_000),
}

export type HostileName =
  | keyof typeof texts
  | keyof typeof typed
  | keyof typeof unreadable
  | keyof typeof unreadableForms
  | keyof typeof tooLarge
  | 'stray_percent'

const inForm = (text: string) => new URLSearchParams([['', text]]).toString().slice(1)

/** Every hostile value. */
export const HOSTILE: readonly Hostile[] = [
  ...each(texts, (value) => ({ value, json: JSON.stringify(value), form: inForm(value), outcome: 'field' })),
  // What is no escape is taken literally, by browsers as by us.
  { name: 'stray_percent', value: '%zz%', json: null, form: '%zz%', outcome: 'field' },
  ...each(typed, (value) => ({ value, json: JSON.stringify(value), form: null, outcome: 'field' })),
  ...each(unreadable, (json) => ({ value: undefined, json, form: null, outcome: 'body' })),
  ...each(unreadableForms, (form) => ({ value: undefined, json: null, form, outcome: 'body' })),
  { name: 'large', value: undefined, json: `"${tooLarge.large}"`, form: tooLarge.large, outcome: 'size' },
  { name: 'hundred_thousand_keys', value: undefined, json: tooLarge.hundred_thousand_keys, form: null, outcome: 'size' },
]

/** What stands for an id in a path. None of them is one; the last three are made from a real one. */
export const hostileSegments = (id: string): readonly string[] => [
  'x',
  '0',
  '-1',
  'null',
  '__proto__',
  'constructor',
  '%00',
  'a%00b',
  '%0d%0aSet-Cookie:%20a=b',
  '%2e%2e%2fusers',
  '..%2f..%2fetc%2fpasswd',
  '%252e%252e',
  '%ff',
  '%E0%A4%A',
  '%zz',
  '%ED%A0%80',
  '%F0%9F%98%80',
  '%EF%BC%94',
  "'%20or%201=1--",
  '%25_',
  '*',
  '$ne',
  ';a=b',
  '[object%20Object]',
  'a'.repeat(129),
  'a'.repeat(8000),
  `${id}%00`,
  `${id}%20`,
  `${id}%2f..`,
  id.toLowerCase() === id ? id.toUpperCase() : id.toLowerCase(),
]

function each<Name extends HostileName, Value>(
  values: { readonly [Each in Name]: Value },
  make: (value: Value) => Omit<Hostile, 'name'>,
): readonly Hostile[] {
  return (Object.entries(values) as [Name, Value][]).map(([name, value]) => ({ name, ...make(value) }))
}
