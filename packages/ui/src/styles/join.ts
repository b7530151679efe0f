import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The parts in their order: later ones win. */
const PARTS = ['root', 'card', 'form', 'code', 'button', 'parts', 'menu', 'page-button', 'profile', 'modal', 'motion', 'device']

const HEAD = `/*
 * The components' looks, put together from styles/ by \`node packages/ui/src/styles/join.ts\`: change it there.
 * Measures are kept with grid tracks, gaps and least sizes; lines are shadows. There is no margin, padding or border in here,
 * so a page's own reset, in a layer or not, moves nothing.
 */
@layer theme, base, components, utilities;

@layer components.latchkey {
`

/** Outside of the layer: whether something is shown is no look, and no reset may change it. */
const BRANCHES = '../../../react/src/hint/branches.css'

/** The style sheet, as its parts make it. */
export function joinStyles(): string {
  const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')
  const parts = PARTS.map((name) => read(`${name}.css`).trimEnd())
  return `${HEAD}${parts.join('\n\n').replaceAll(/^(?=.)/gm, '  ')}\n}\n\n${read(BRANCHES)}`
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../styles.css'), joinStyles())
