import { mkdtempSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { hasEnvBlock, withEnvBlock, withoutOtherLines, writeEnvBlock } from './env-file.ts'

const first = withEnvBlock('', 'KEY=1')

test('an empty file gets the block, and the same block again changes nothing', () => {
  expect(first).toMatch(/^# >>> latchkey.*\nKEY=1\n# <<< latchkey\n$/)
  expect(withEnvBlock(first, 'KEY=1')).toBe(first)
})

test.each([
  ['MINE=1', `MINE=1\n${first}`],
  ['MINE=1\n', `MINE=1\n${first}`],
  [`A=1\n${first}B=2\n`, `A=1\n${first}B=2\n`],
])('what else stands in %j stays', (before, after) => {
  expect(withEnvBlock(before, 'KEY=1')).toBe(after)
})

test('an older block is replaced where it stands', () => {
  expect(withEnvBlock(`A=1\n${first}B=2\n`, 'KEY=2')).toBe(`A=1\n${first.replace('KEY=1', 'KEY=2')}B=2\n`)
})

test('the file is for its owner alone, and is not touched when nothing changed', () => {
  const path = join(mkdtempSync(join(inject('scratch'), 'env-')), '.env.local')
  expect(hasEnvBlock(path)).toBe(false)
  expect(writeEnvBlock(path, 'KEY=1')).toBe(true)
  expect(hasEnvBlock(path)).toBe(true)
  expect(readFileSync(path, 'utf8')).toBe(first)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  utimesSync(path, 1, 1)
  expect(writeEnvBlock(path, 'KEY=1')).toBe(false)
  expect(statSync(path).mtimeMs).toBe(1000)
})

test('a block as earlier versions marked it is replaced as well', () => {
  const old = '# >>> latchkey: written by npm start, the rest of this file is yours\nKEY=0\n# <<< latchkey\n'
  expect(withEnvBlock(`A=1\n${old}B=2\n`, 'KEY=1')).toBe(`A=1\n${first}B=2\n`)
})

test.each([
  ['KEY=0\nMINE=1\n', 'MINE=1\n'],
  ['export KEY="0"\nKEYS=2', 'KEYS=2'],
  [`KEY=0\n${first}KEY=2\nMINE=1\n`, `${first}MINE=1\n`],
  ['# KEY=0\n', '# KEY=0\n'],
])('lines of %j that would contradict the block are dropped', (before, after) => {
  expect(withoutOtherLines(before, 'KEY=1')).toBe(after)
})
