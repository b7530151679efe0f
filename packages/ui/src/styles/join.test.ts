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
