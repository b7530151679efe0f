import type { Hostile, HostileName } from './hostile.ts'

/** What a field is for, and so what becomes of hostile values in it. All that is not listed has to be refused. */
export interface Kind {
  /** Nothing bad here: kept, as `as` says. */
  readonly kept: readonly HostileName[]
  as(value: unknown): unknown
  /** Taken for no value, or for one that changes nothing; where a value is needed, a refusal names the field. */
  readonly passed: readonly HostileName[]
  /** A refusal names the field. Of an id or a token it is not the form that is wrong, and it may say only that nothing was found. */
  readonly named: boolean
}

/** A field of a request: its kind, and where the answer shows what was kept. */
export interface Field extends Kind {
  shown: ((json: Json) => unknown) | null
}

// oxlint-disable-next-line typescript/no-explicit-any -- walks reach into answers of every shape
export type Json = any

/** A field that shows in the answer. */
export function field(kind: Kind, shown: ((json: Json) => unknown) | null = null): Field {
  return { ...kind, shown }
}

/** What a hostile value comes to in a field. */
export function outcomeOf(kind: Kind, { name, outcome }: Hostile): 'refused' | 'passed' | 'kept' {
  if (outcome !== 'field') return 'refused'
  if (kind.kept.includes(name)) return 'kept'
  return kind.passed.includes(name) ? 'passed' : 'refused'
}

const strict: Kind = { kept: [], as: (value) => value, passed: [], named: true }

const oddTexts = [
  'two_addresses',
  'quoted_address',
  'fullwidth_at',
  'small_at',
  'fullwidth_digits',
  'emoji',
  'zero_width',
  'stray_percent',
  'proto',
  'constructor',
  'sql',
  'like',
  'traversal',
  'template',
  'html',
  'script_url',
  'negative',
  'fraction',
  'beyond',
  'nan',
  'spelled_true',
  'spelled_null',
  'spelled_json',
  'spelled_beyond',
  'spelled_proto',
  'spelled_nul',
] as const satisfies readonly HostileName[]
const brokenTexts = ['blank', 'crlf', 'long', 'bidi', 'line_separator'] as const satisfies readonly HostileName[]
const objects = ['object', 'operator', 'nested', 'methods'] as const satisfies readonly HostileName[]

const textual = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim().normalize('NFC') : null)

/** A person's name; empty is not given. */
export const NAME: Kind = { ...strict, kept: oddTexts, as: textual, passed: ['empty'] }
/** A person's name, which an empty text or null takes away. */
export const CLEARABLE_NAME: Kind = { ...NAME, kept: [...oddTexts, 'empty', 'blank', 'nothing'], passed: [] }
/** One address. */
export const ADDRESS: Kind = { ...strict, passed: ['empty'] }
/** One of a few words. */
export const WORD: Kind = { ...strict, passed: ['empty'] }
/** One of a few words, or null. */
export const MAYBE_WORD: Kind = { ...strict, passed: ['nothing'] }
/** What somebody types to prove something. */
export const PROOF: Kind = strict
/** A URL to come back to. */
export const REDIRECT: Kind = { ...strict, passed: ['empty'] }
/** A text that does nothing in this request. */
export const UNUSED: Kind = { ...strict, passed: ['empty', ...oddTexts, ...brokenTexts] }
/** A language tag that is passed over when it is none. */
export const LENIENT_LOCALE: Kind = UNUSED
/** A language tag. */
export const LOCALE: Kind = { ...strict, kept: ['nan'], passed: ['empty', 'nothing'] }
/** Yes or no, spelled out in a form. */
export const FLAG: Kind = { ...strict, passed: ['empty', 'boolean', 'spelled_true'] }
/** Yes, no or null. */
export const MAYBE: Kind = { ...strict, passed: ['boolean', 'nothing'] }
/** An object, or its JSON. */
export const METADATA: Kind = {
  ...strict,
  kept: [...objects, 'spelled_json'],
  as: (value) => (typeof value === 'string' ? JSON.parse(value) : value),
  passed: ['empty'],
}
/** The same, where there is nothing else to send. */
export const NEEDED_METADATA: Kind = { ...METADATA, passed: [] }
/** An object, or null for none. */
export const MAYBE_METADATA: Kind = { ...strict, kept: [...objects, 'nothing'], as: (value) => value ?? {} }
/** An id or a token: what is not known is not found. */
export const ID: Kind = { ...strict, passed: ['empty'], named: false }
/** An id that null leaves as it is. */
export const MAYBE_ID: Kind = { ...ID, passed: ['empty', 'nothing'] }
/** The id a customer has for a user: any text of a line. */
export const EXTERNAL_ID: Kind = {
  ...strict,
  kept: [...oddTexts, 'blank', 'bidi', 'line_separator'],
  passed: ['empty', 'nothing'],
}
/** Addresses. */
export const ADDRESSES: Kind = strict
/** A word for each address. */
export const WORDS: Kind = { ...strict, passed: ['nothing', 'list'] }
/** A username, which an empty text or null takes away. */
export const USERNAME: Kind = { ...strict, passed: ['empty', 'nothing'] }
/** A moment. */
export const TIME: Kind = { ...strict, passed: ['empty', 'nothing'] }
/** A time in seconds. */
export const SECONDS: Kind = { ...strict, passed: ['nothing'] }
/** A field of something that is not kept here. */
export const UNKEPT: Kind = { ...strict, passed: ['empty', 'nothing', 'list'] }

/** A search in a query. */
export const SEARCH: Kind = { ...strict, passed: ['empty', ...oddTexts, ...brokenTexts, 'not_utf8', 'surrogate', 'overlong', 'cut_off'] }
/** What may be any text in a query. */
export const ANY: Kind = { ...SEARCH, passed: [...SEARCH.passed, 'longer'] }
/** A number in a query. */
export const NUMBER: Kind = { ...strict, passed: ['empty'] }
/** Yes or no in a query. */
export const SPELLED_FLAG: Kind = { ...strict, passed: ['empty', 'spelled_true'] }
/** A secret in a query: what is not known is not found. */
export const SECRET: Kind = { ...strict, named: false }

/** A field that this request does not look at. */
export const UNREAD: Kind = {
  ...UNUSED,
  passed: [
    ...UNUSED.passed,
    ...objects,
    'longer',
    'number',
    'negative_number',
    'huge_number',
    'boolean',
    'nothing',
    'list',
    'list_of_text',
    'poisoned',
  ],
}
