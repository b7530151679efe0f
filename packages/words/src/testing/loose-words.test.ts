import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { looseWords } from './loose-words.ts'

const root = join(import.meta.dirname, '../../../..')
const drawn = ['packages/{ui,react,nextjs}/src/**/*.tsx', 'apps/*/src/**/*.tsx', 'packages/server/src/http/**/*.ts']
/** What only developers see. */
const forDevelopers = /problem-card\.tsx$/

it('draws nothing with words of its own: every text for people comes from the package of words', () => {
  const files = drawn
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((file) => !/\.test\.|\/testing\/|\/test-kit\//.test(file) && !forDevelopers.test(file))
  expect(files.length).toBeGreaterThan(80)
  const sources = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  expect(sources.filter(({ text }) => text.includes('markup`')).length).toBeGreaterThan(8)
  // What pages of the server itself are called, and what one types into a terminal.
  const names = new Set(['Latchkey'])
  const found = sources.flatMap(({ file, text }) => looseWords(text).map((line) => `${file}:${line}`))
  expect(found.filter((line) => !names.has(line.replace(/^\S+ /, '')))).toEqual([])
})

it.each([
  ['<p>Hello</p>', ['1 Hello']],
  ['<p>{words.hello}</p>', []],
  ['<p>\n  {a.b}\n  ·\n</p>', []],
  ["<p>{wrong ? 'No' : null}</p>", ['1 No']],
  ['<p>{wrong && `No ${name}`}</p>', ['1 No']],
  ['<button aria-label="Close" className="close" />', ['1 Close']],
  ["<img alt={named ? words.logo : 'Logo'} />", ['1 Logo']],
  ['markup`<p class="soft">Next</p>`', ['1 Next']],
  ['markup`<p class="soft">${words.next}</p>`', []],
  ["markup`<p>${link && 'Open it.'}</p>`", ['1 Open it.']],
  ['markup`<nav aria-label="View">${tabs}</nav>`', ['1 View']],
  ['markup` aria-current="page"`', []],
  ['markup`type="email" inputmode="email" required`', []],
  ["markup`<p class=\"${wide ? 'card wide' : 'card'}\">${wide ? 'Wide' : ''}</p>`", ['1 Wide']],
  ['markup`<p>${sentence(markup`<code>+test</code>`)}</p>`', []],
  ["`<p class=\"${wide ? 'card wide' : 'card'}\">`", []],
])('%s', (source, found) => {
  expect(looseWords(source)).toEqual(found)
})
