import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { joinStyles } from './join.ts'

const css = joinStyles()

it('is what the package hands out', () => {
  expect(readFileSync(join(import.meta.dirname, '../styles.css'), 'utf8')).toBe(css)
})

it('has no measure that a reset could take: no margin, padding or border', () => {
  const measures = [...css.matchAll(/^\s*(?:margin|padding|border)(?!-radius)[a-z-]*:\s*(.+);/gm)].map(([, value]) => value)
  expect(measures).toEqual(['0', '0', '0'])
})

it('loads nothing and knows no colour scheme but its theme', () => {
  expect(css).not.toMatch(/@import|url\(|@font-face|prefers-color-scheme/)
})

it('stays in its layer, but for what is shown at all', () => {
  const shown = /\[data-lk-contents\] \{\s*display: contents;\s*\}\s*\[data-lk-if='in'\] \{\s*display: none;\s*\}$/
  const text = css.replaceAll(/\/\*[^]*?\*\//g, '').trim()
  expect(text).toMatch(shown)
  expect(text.replace(shown, '').trim()).toMatch(/^@layer theme, base, components, utilities;\s*@layer components\.latchkey \{[^]*\}$/)
})

it('has no weight that one browser draws bold and another regular where a font has only the two', () => {
  const weights = [...css.matchAll(/^\s*font(?:-weight)?: (\d{3})\b/gm)].map(([, weight]) => Number(weight))
  expect(weights.length).toBeGreaterThan(10)
  // Up to 500 the lighter one is next by the rules of CSS, from 550 on it is the nearer one as well.
  expect(weights.filter((weight) => weight > 500 && weight <= 550)).toEqual([])
})
