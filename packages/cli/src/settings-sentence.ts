import type { SettingsRefused } from '@latchkey/server/operator'

/** Everything that is wrong with settings that were named, a line each. */
export function settingsSentence({ faults }: SettingsRefused): string {
  const sentences = faults.map(({ kind, sentence, possible }) =>
    kind === 'unknown' && possible.length > 1 ? `${sentence} latchkey apps settings shows them all.` : sentence,
  )
  return sentences.join('\n')
}
