import { logoOf, secureUrlOf } from '../brand.ts'
import { colourOf } from '../colour.ts'
import { canonicalEmailAddress } from '../identifiers/email-address.ts'

/** A value as it travels and as it stands in a file. */
export type SettingJson = boolean | string | readonly string[] | null

/** How values are written where somebody changes a setting. */
export type SettingSpeech = 'words' | 'json'

/** What values of a setting look like, wherever they come from. */
export interface SettingKind<Value> {
  readonly type: 'flag' | 'choice' | 'choices' | 'duration' | 'origins' | 'url' | 'image' | 'color' | 'email_address'
  /** What it may be, after 'Expected': in words of the command line, and in JSON. */
  readonly expected: Readonly<Record<SettingSpeech, string>>
  /** Every value, where they can be counted. */
  readonly options: readonly string[] | null
  toJson(value: Value): SettingJson
  /** The value, `undefined` when it is none. */
  fromJson(json: unknown): Value | undefined
  /** A word of the command line in JSON; whether that is a value is for {@link fromJson} to say. */
  jsonOf(word: string): unknown
  /** The word that {@link jsonOf} reads. */
  wordOf(json: SettingJson): string
}

/** A word is its own JSON. */
const plain = { jsonOf: (word: string): unknown => word, wordOf: String }

/** On or off. */
export const flag: SettingKind<boolean> = {
  type: 'flag',
  expected: { words: 'on or off', json: 'true or false' },
  options: null,
  toJson: (value) => value,
  fromJson: (json) => (typeof json === 'boolean' ? json : undefined),
  jsonOf: (word) => (word === 'on' ? true : word === 'off' ? false : word),
  wordOf: (json) => (json === true ? 'on' : 'off'),
}

/** One of some words. */
export function choice<Value extends string>(...options: readonly Value[]): SettingKind<Value> {
  return {
    ...plain,
    type: 'choice',
    expected: both(spoken(options, 'or')),
    options,
    toJson: (value) => value,
    fromJson: (json) => options.find((option) => option === json),
  }
}

/** One or more of some words. What is stored is in the order given here. */
export function choices<Value extends string>(options: readonly Value[]): SettingKind<readonly Value[]> {
  const ordered = (chosen: readonly unknown[]) => options.filter((option) => chosen.includes(option))
  return {
    type: 'choices',
    expected: {
      words: options.length === 1 ? options[0]! : `${spoken(options, 'or')}, or several with commas between them`,
      json: `an array of ${spoken(options, 'and')}, or of some of them`,
    },
    options,
    toJson: ordered,
    fromJson(json) {
      const chosen = Array.isArray(json) ? ordered(json) : []
      return chosen.length > 0 && chosen.length === (json as readonly unknown[]).length ? chosen : undefined
    },
    jsonOf: (word) => word.split(','),
    wordOf: (json) => (Array.isArray(json) ? json.join(',') : String(json)),
  }
}

const mostOrigins = 20

/** Sites that are reached by https, by their origins. */
export const origins: SettingKind<readonly string[]> = {
  type: 'origins',
  expected: {
    words: 'off, or origins such as https://example.com with commas between them',
    json: `an array of up to ${mostOrigins} origins such as https://example.com`,
  },
  options: null,
  toJson: (value) => value,
  fromJson(json) {
    if (!Array.isArray(json) || json.length > mostOrigins || !json.every(isSecureOrigin)) return undefined
    return [...new Set(json)]
  },
  jsonOf: (word) => (word === 'off' ? [] : word.split(',').map((one) => one.trim().replace(/\/$/, ''))),
  wordOf: (json) => (Array.isArray(json) && json.length > 0 ? json.join(',') : 'off'),
}

/** As a browser writes it, so that it stands in a header as it is: no path, no pattern, no end of a directive. */
function isSecureOrigin(json: unknown): json is string {
  return typeof json === 'string' && /^https:\/\/[a-z\d.:[\]-]{1,255}$/.test(json) && URL.parse(json)?.origin === json
}

const minute = 60_000
const day = 24 * 60 * minute
/** Browsers keep no cookie for longer. @see RFC 6265bis, section 5.5 */
const longest = 400 * day

/** How long something lasts, in milliseconds. */
export const duration: SettingKind<number> = {
  ...plainKind('duration', '5m to 400d, such as 30m, 12h or 7d', (text) => {
    const ms = durationOf(text)
    return ms === null || ms < 5 * minute || ms > longest ? null : ms
  }),
  toJson: (ms) => durationText(ms),
}

/** An address of the application's. */
export const url = plainKind('url', 'a URL with https:// or http://', (text) => {
  const parsed = text.length > 2_048 ? null : URL.parse(text)
  const fit = parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.username === '' && parsed.password === ''
  return fit ? parsed.href : null
})

/** An address that is only reached by https. */
export const secureUrl = plainKind('url', 'a URL with https://', secureUrlOf)

/** A picture. */
export const image = plainKind('image', 'a URL with https://, or an image of up to 8 kB as data:image/…;base64,…', logoOf)

/** A color. */
export const color = plainKind('color', 'a color such as #e11d48', colourOf)

/** An address that people write to. */
export const emailAddress = plainKind('email_address', 'an email address', canonicalEmailAddress)

/** The same, or nothing. @param none the word for nothing */
export function optional<Value>(kind: SettingKind<Value>, none = 'none'): SettingKind<Value | null> {
  return {
    ...kind,
    expected: { words: `${none}, or ${kind.expected.words}`, json: `null, or ${kind.expected.json}` },
    toJson: (value) => (value === null ? null : kind.toJson(value)),
    fromJson: (json) => (json === null ? null : kind.fromJson(json)),
    jsonOf: (word) => (word === none ? null : kind.jsonOf(word)),
    wordOf: (json) => (json === null ? none : kind.wordOf(json)),
  }
}

function plainKind<Value extends string | number>(
  type: SettingKind<Value>['type'],
  expected: string,
  read: (text: string) => Value | null,
): SettingKind<Value> {
  return {
    ...plain,
    type,
    expected: both(expected),
    options: null,
    toJson: String,
    fromJson: (json) => (typeof json === 'string' ? (read(json) ?? undefined) : undefined),
  }
}

function both(expected: string): SettingKind<never>['expected'] {
  return { words: expected, json: expected }
}

/** `a`, `a or b`, `a, b or c`. */
export function spoken(words: readonly string[], before: 'or' | 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${before} ${words.at(-1)}`
}

const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000 } as const

/** Milliseconds of a duration such as `30m`, `12h` or `7d`; `null` for anything else. */
export function durationOf(text: string): number | null {
  const [, count, unit] = /^(\d{1,6})([dhm])$/.exec(text) ?? []
  return count === undefined ? null : Number(count) * UNITS[unit as keyof typeof UNITS]
}

/** The shortest way to write so many milliseconds, in whole units; `null` for none. */
export function durationText(ms: number | null): string | null {
  if (ms === null) return null
  const [unit, length] = Object.entries(UNITS).find(([, each]) => ms % each === 0) ?? ['m', UNITS.m]
  return `${Math.round(ms / length)}${unit}`
}
