import { expect, it } from 'vitest'
import { LANGUAGES } from '../index.ts'
import { pathsIn, pathsOf, pseudo, strayWords, textsOf } from './pseudo.ts'

const words = pseudo({
  tag: 'en',
  plain: 'Next',
  of: (name: string) => (name === '' ? 'Sign in' : `Sign in to ${name}`),
  rich: (piece: { text: string }, link: (word: string) => string) => ['Open ', piece, link('inbox')],
})

it('marks every word, and leaves outside what a sentence is given', () => {
  expect(words.tag).toBe('en')
  expect(words.plain).toBe('⟦plain:Next⟧')
  expect(words.of('')).toBe('⟦of:Sign in⟧')
  expect(words.of('Acme')).toBe('⟦of:Sign in to ⟧Acme⟦of:⟧')
  expect(words.rich({ text: 'x' }, (word) => word)).toEqual(['⟦rich:Open ⟧', { text: 'x' }, '⟦rich:⟦rich:inbox⟧⟧'])
  expect(words.of(words.plain)).toBe('⟦of:Sign in to ⟧⟦plain:Next⟧⟦of:⟧')
})

it.each([
  [[words.plain, words.of(words.plain), '1 · 2'], [], []],
  [[words.of('Acme')], [], ['Acme']],
  [[words.of('Acme')], ['Acme'], []],
  [[words.of('5 minutes')], ['Acme'], ['5 minutes']],
  [['Next'], [], ['Next']],
  [['Далее'], [], ['Далее']],
  [['⟦plain:Ne'], [], ['⟦plain:Ne']],
])('finds in %j, where %j is data: %j', (texts, data, found) => {
  expect(strayWords(texts, data)).toEqual(found)
})

it('reads a page as people do', () => {
  const html = `<!doctype html><html lang="en"><style>a{}</style><title>T</title><p class="no">It&#39;s <b title="tip">bold</b>
<input placeholder="you" value="no"><script>no()</script><!-- no --></p>`
  expect(textsOf(html)).toEqual(['T', "It's ", 'bold', 'tip', 'you'])
})

it('knows all words there are, and those that were drawn', () => {
  expect(pathsOf({ a: 'x', b: { c: () => 'y', d: 4 } })).toEqual(['a', 'b.c'])
  expect(pathsIn(`<p>${words.plain}${words.of('Acme')}</p>`)).toEqual(new Set(['plain', 'of']))
})

it('calls an email that, and nobody she or he', () => {
  const { errors: _, ...screens } = LANGUAGES.en
  const all = pathsOf(screens).map((path) =>
    String(path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], screens)),
  )
  for (const text of all) expect(text).not.toMatch(/e-mail|\bmails?\b|\b(?:she|her|hers|he|his|him)\b/i)
})
