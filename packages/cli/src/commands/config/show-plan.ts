import type { SettingChange } from '@latchkey/server/operator'

/** A change of settings as it may be looked at before it is made. */
export interface Plan {
  readonly application: string
  readonly version: string
  readonly changes: readonly SettingChange[]
}

/** The lines that say what would change; the weaker ones are marked. @param word a value as the command line writes it */
export function planLines({ application, changes }: Plan, word: (name: string, value: SettingChange['from']) => string): readonly string[] {
  const width = Math.max(...changes.map(({ name }) => name.length))
  const lines = changes.map(({ name, from, to, weakens }) => {
    const change = `${short(word(name, from))} → ${short(word(name, to))}`
    return `  ${name.padEnd(width)}  ${change}${weakens ? '  weakens security' : ''}`
  })
  const weaker = changes.filter(({ weakens }) => weakens).length
  if (changes.length === 1) return [`${application}\n`, ...lines, `\n1 change${weaker === 1 ? ', which weakens security' : ''}.`]
  const marked = weaker === 0 ? '' : weaker === 1 ? ', 1 of which weakens security' : `, ${weaker} of which weaken security`
  return [`${application}\n`, ...lines, `\n${changes.length} changes${marked}.`]
}

/** The same for programs. */
export function planJson({ application, version, changes }: Plan) {
  return {
    application,
    version,
    changes: changes.map(({ name, from, to, weakens }) => ({ name, from, to, weakens_security: weakens })),
  }
}

/** An image may stand in a setting, and does not belong on a line. */
const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
