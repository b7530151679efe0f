import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { looseText } from './loose-text.ts'

const root = join(import.meta.dirname, '../../../..')
const ours = ['packages/{ui,react,nextjs}/src/**/*.tsx', 'apps/*/src/**/*.tsx', 'examples/*/src/**/*.tsx']

it('has no text beside anything else in all that is drawn, where a translating browser would break it', () => {
  const files = ours.flatMap((pattern) => globSync(pattern, { cwd: root })).filter((file) => !/\.test\.|\/testing\//.test(file))
  const texts = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  const components = texts.flatMap(({ text }) => text.match(/^(?:export )?(?:default )?(?:async )?function [A-Z]/gm) ?? [])
  expect(components.length).toBeGreaterThan(80)
  expect(texts.flatMap(({ file, text }) => looseText(text).map((line) => `${file}:${line}`))).toEqual([])
})

it.each([
  ['<p>Hello {name}</p>', ['1 Hello']],
  ['<p>\n  {a.b}\n  <b>x</b>\n</p>', ['2 {a.b}']],
  ["<p><b>x</b>{' '}<i>y</i></p>", ["1 {' '}"]],
  ["<p>{wrong ? 'no' : null}<b>x</b></p>", ["1 {wrong ? 'no' : null}"]],
  ['<p>{wrong && words.no}<b>x</b></p>', ['1 {wrong && words.no}']],
  ['<>{sentenceOf(a)}<b>x</b></>', ['1 {sentenceOf(a)}']],
  ['<p>{`Hello ${name}`}</p>', []],
  ['<p>{a.b}</p>', []],
  ['<p>\n  <b>x</b>\n  {/* why */}\n  {open && <i>y</i>}\n  {all.map((one) => <i>{one.name}</i>)}\n  {children}\n</p>', []],
])('%s', (source, found) => {
  expect(looseText(source)).toEqual(found)
})
