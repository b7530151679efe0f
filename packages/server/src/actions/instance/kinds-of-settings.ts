import type { StrategyName } from '@latchkey/protocol'
import { type Demand, demandFor } from '../../domain/settings/attribute-rules.ts'
import type { UserAttribute } from '../../domain/settings/attributes.ts'
import { type InstanceSettings, patched } from '../../domain/settings/instance-settings.ts'
import { durationOf, durationText } from './duration.ts'

/** A setting as an operator knows it: by one name, with one word for its value. */
export interface NamedSetting {
  readonly name: string
  readonly meaning: string
  /** What it may be, for people. */
  readonly values: string
  show(settings: InstanceSettings): string
  /** The settings with this word for a value, `null` when it is none. */
  put(settings: InstanceSettings, word: string): InstanceSettings | null
}

const minute = 60_000
const day = 24 * 60 * minute
/** Browsers keep no cookie for longer. @see RFC 6265bis, section 5.5 */
const longest = 400 * day

/** How a value is read out of settings and put into them. */
export interface Place<Value> {
  get(settings: InstanceSettings): Value
  set(settings: InstanceSettings, value: Value): InstanceSettings
}

/** One of some words. */
export function choice<Value>(
  name: string,
  meaning: string,
  words: Readonly<Record<string, Value>>,
  { get, set }: Place<Value>,
): NamedSetting {
  const all = Object.entries(words)
  return {
    name,
    meaning,
    values: all.map(([word]) => word).join(' or '),
    show: (settings) => all.find(([, value]) => value === get(settings))![0],
    put(settings, word) {
      const found = all.find(([known]) => known === word)
      return found === undefined ? null : set(settings, found[1])
    },
  }
}

const STRATEGIES = { link: 'email_link', code: 'email_code' } as const
type Method = keyof typeof STRATEGIES

/** Ways to prove an address, at least one. */
export function methods(name: string, meaning: string, { get, set }: Place<readonly StrategyName[]>): NamedSetting {
  const all = Object.keys(STRATEGIES) as Method[]
  return {
    name,
    meaning,
    values: 'link, code or link,code',
    show: (settings) => all.filter((method) => get(settings).includes(STRATEGIES[method])).join(','),
    put(settings, word) {
      const asked = word.split(',')
      const known = all.filter((method) => asked.includes(method))
      return known.length === asked.length
        ? set(
            settings,
            known.map((method) => STRATEGIES[method]),
          )
        : null
    },
  }
}

/** Something of a user that sign-up may ask for. */
export function attribute(name: string, meaning: string, field: UserAttribute): NamedSetting {
  const words: Readonly<Record<Demand, { enabled: boolean; required: boolean }>> = {
    off: { enabled: false, required: false },
    optional: { enabled: true, required: false },
    required: { enabled: true, required: true },
  }
  return {
    name,
    meaning,
    values: 'off, optional or required',
    show: (settings) => demandFor(settings, field),
    put: (settings, word) => (Object.hasOwn(words, word) ? patched(settings, { attributes: { [field]: words[word as Demand] } }) : null),
  }
}

/** How long something lasts. @param none the word for as long as one likes, where that may be */
export function duration(
  name: string,
  meaning: string,
  {
    get,
    set,
    none,
  }: {
    get(settings: InstanceSettings): number | null
    set(settings: InstanceSettings, ms: number | null): InstanceSettings | null
    none?: string
  },
): NamedSetting {
  return {
    name,
    meaning,
    values: `${none === undefined ? '' : `${none}, or `}5m to 400d, such as 30m, 12h or 7d`,
    show: (settings) => durationText(get(settings)) ?? none!,
    put(settings, word) {
      if (word === none) return set(settings, null)
      const ms = durationOf(word)
      return ms === null || ms < 5 * minute || ms > longest ? null : set(settings, ms)
    },
  }
}

/** An address of the application's. */
export function url(name: string, meaning: string, field: keyof InstanceSettings['urls']): NamedSetting {
  return {
    name,
    meaning,
    values: 'none, or a URL with https:// or http://',
    show: ({ urls }) => urls[field] ?? 'none',
    put(settings, word) {
      if (word === 'none') return { ...settings, urls: { ...settings.urls, [field]: null } }
      const parsed = URL.parse(word)
      if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.password !== '') return null
      return { ...settings, urls: { ...settings.urls, [field]: parsed.href } }
    },
  }
}

/** Something of what the application looks like, or whom to turn to. @param read the value of a word, `null` when it is none */
export function brand(
  name: string,
  meaning: string,
  values: string,
  field: keyof InstanceSettings['brand'],
  read: (word: string) => string | null,
): NamedSetting {
  return {
    name,
    meaning,
    values: `none, or ${values}`,
    show: (settings) => settings.brand[field] ?? 'none',
    put(settings, word) {
      const value = word === 'none' ? null : read(word)
      return word !== 'none' && value === null ? null : { ...settings, brand: { ...settings.brand, [field]: value } }
    },
  }
}
