import type { SettingJson } from './setting-kind.ts'
import type { WantedSettings } from './plan-changes.ts'
import { settingNamed } from './settings-table.ts'

/** Words of the command line as JSON; what is no setting or no value of one is left for the plan to refuse. */
export function jsonOfWords(words: readonly (readonly [name: string, word: string])[]): WantedSettings {
  const json = (name: string, word: string) => {
    const setting = settingNamed(name)
    return setting === null ? word : setting.kind.jsonOf(word)
  }
  return Object.fromEntries(words.map(([name, word]) => [name, json(name, word)]))
}

/** A value as the command line writes it. */
export function wordOf(name: string, json: SettingJson): string {
  return settingNamed(name)?.kind.wordOf(json) ?? JSON.stringify(json)
}
