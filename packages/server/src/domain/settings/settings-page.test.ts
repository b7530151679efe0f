import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from './instance-settings.ts'
import type { Setting } from './setting.ts'
import { SETTINGS } from './settings-table.ts'
import { spokenWeakening } from './weakening.ts'

it('stands in docs/settings.md: `npx vitest run settings-page -u` writes it', async () => {
  await expect(`${intro}\n${settingsPage()}`).toMatchFileSnapshot('../../../../../docs/settings.md')
})

const intro = `# Settings

What an operator decides for one application. The tables are made from the one that the server goes by, so nothing is missing.

\`\`\`
latchkey apps settings                                         shows them all
latchkey apps settings session.lifetime=12h --app "My shop"    changes one, or several at once
\`\`\`

A running server goes by a change within a second. All changes of one command are made, or none. A change that is marked below as weaker
is told, and every change stands in the trail: \`latchkey audit --type settings.updated\`.

Some settings only go together: at least one way to sign in stays; who may sign up by themselves must give something to sign in with; and
what people sign in with was proven. A change that would break this is refused with the reason, wherever it is made.

## In a file

\`\`\`
latchkey config pull --write latchkey.json     what differs from a new application; --all for everything
latchkey config plan latchkey.json             what applying it would change; ends with 2 when something would, with 0 when not
latchkey config apply latchkey.json            makes the settings those of the file
\`\`\`

The file is \`{"settings": {"session.lifetime": "12h"}}\`, and it is the whole: what it does not name goes back to what a new application
has. \`--partial\` leaves that as it is. \`apply\` asks before it weakens security; where nobody can be asked it stops, unless \`--yes\` is
there. \`plan\` prints the version that it looked at, and \`apply --if-version\` with it refuses when something was changed since: plan in a
pull request, apply when it is merged.

## Over HTTP

\`latchkey apps operator-keys create ci\` makes a key for one application that reads and changes its settings; a secret key cannot, so one
that leaks weakens nothing. It is shown once.

\`\`\`
curl -H "Authorization: Bearer op_…" https://clerk.example.com/v1/latchkey/settings
curl -H "Authorization: Bearer op_…" -X PATCH -H "Content-Type: application/json" \\
  -d '{"settings": {"session": {"lifetime": "12h"}}, "version": "…"}' \\
  "https://clerk.example.com/v1/latchkey/settings?dry_run=true"
\`\`\`

\`GET\` answers with every value, with \`version\`, and with \`schema\`: all that a form needs to show each setting. \`PATCH\` changes what is
named, by dotted names or nested, and leaves the rest. On and off are \`true\` and \`false\`, several values an array, none \`null\`, durations
texts such as \`"12h"\`. With \`version\` (or \`If-Match\`) it is refused with 409 and what is there now, when somebody else has changed
something meanwhile. \`dry_run=true\` changes nothing and answers with \`changes\`, each with \`weakens_security\`. What is refused is refused
whole, with an error for each setting: its name, a sentence, and in \`possible\` what there would have been.
`

/** The table of docs/settings.md, a part for each group of settings. */
function settingsPage(): string {
  const groups = Map.groupBy(SETTINGS, ({ name }) => groupOf(name))
  return Array.from(groups, ([group, settings]) => [`## ${group}`, '', head, ...settings.map(line), ''].join('\n')).join('\n')
}

const head = '| setting | what it decides | values | without it | weaker |\n|---|---|---|---|---|'

function line({ name, sentence, kind, weakens, get }: Setting): string {
  const standard = kind.wordOf(kind.toJson(get(DEFAULT_SETTINGS)))
  const cells = [`\`${name}\``, sentence, kind.expected.words, `\`${standard}\``, weakens === null ? '' : spokenWeakening(weakens)]
  return `| ${cells.join(' | ')} |`
}

function groupOf(name: string): string {
  const [group = '', of = ''] = name.split('.')
  return group === 'attributes' ? `${group}.${of}` : group
}
