import { expect, it, test } from 'vitest'
import { emailApart, emailLines, emailFrame, emailHeading, emailSmallPrint, emailText, escapeHtml } from './email-frame.ts'

const evil = '<b onload="x">&'

test.each([
  ['the title', emailFrame({ lang: 'en', title: evil, card: '' })],
  ['the heading', emailHeading(evil)],
  ['a text', emailText(evil)],
  ['lines', emailLines([evil, evil])],
])('%s is text', (_, html) => {
  expect(html).toContain('&lt;b onload=&quot;x&quot;&gt;&amp;')
  expect(html).not.toContain('<b ')
})

test('what is put in stands where it belongs, once', () => {
  const html = emailFrame({ lang: 'en', title: 'T', card: emailApart(emailSmallPrint('CARD', 0)), foot: 'FOOT', dark: ['.x { y: z }'] })
  expect(html.split('CARD')).toHaveLength(2)
  expect(html.indexOf('CARD')).toBeLessThan(html.indexOf('FOOT'))
  expect(html).toMatch(/@media \(prefers-color-scheme: dark\) \{[^}]*\.page[\s\S]*\n {2}\.x \{ y: z \}\n\}\n<\/style>/)
  // Nothing is loaded from elsewhere.
  expect(html).not.toMatch(/https?:|url\(|src=/)
})

test('every class of the frame has a colour for the dark', () => {
  const html = emailFrame({ lang: 'en', title: 'T', card: emailHeading('H') + emailSmallPrint('S') + emailApart('A') })
  const used = new Set([...html.matchAll(/class="(\w+)"/g)].map(([, name]) => name))
  expect(used).toEqual(new Set(['page', 'card', 'ink', 'soft', 'rule']))
  for (const name of used) expect(html).toContain(`  .${name} { `)
})

it('leaves nothing that opens or ends a tag, an attribute or an entity', () => {
  expect(escapeHtml('<a href="x" title=\'y\'>&amp;</a>')).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;')
  expect(escapeHtml('Zoë 🔑')).toBe('Zoë 🔑')
})
