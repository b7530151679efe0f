import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The parts in their order: later ones win. */
const PARTS = ['root', 'card', 'form', 'code', 'button', 'parts', 'menu', 'profile', 'modal', 'motion', 'device']

const HEAD = `/*
 * The components' looks, put together from styles/ by \`node packages/ui/src/styles/join.ts\`: change it there.
 * Measures are kept with grid tracks, gaps and least sizes; lines are shadows. There is no margin, padding or border in here,
 * so a page's own reset, in a layer or not, moves nothing.
 */
@layer theme, base, components, utilities;

@layer components.latchkey {
`

/** The style sheet, as its parts make it. */
export function joinStyles(): string {
  const parts = PARTS.map((name) => readFileSync(join(import.meta.dirname, `${name}.css`), 'utf8').trimEnd())
  return `${HEAD}${parts.join('\n\n').replaceAll(/^(?=.)/gm, '  ')}\n}\n`
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../styles.css'), joinStyles())
