import { describe, expect, it } from 'vitest'
import { markup, webUrl } from './markup.ts'

describe('markup', () => {
  it('escapes texts and numbers, between tags and in attributes', () => {
    expect(markup`<a title="${`"'&`}">${'<b>'}${3}</a>`.text).toBe('<a title="&quot;&#39;&amp;">&lt;b&gt;3</a>')
  })
  it('takes markup as it is, alone or in a list', () => {
    const items = ['<1>', '2'].map((item) => markup`<li>${item}</li>`)
    expect(markup`<ul>${items}</ul>${markup`<hr>`}`.text).toBe('<ul><li>&lt;1&gt;</li><li>2</li></ul><hr>')
  })
  it('takes a sentence with pieces in it, and escapes what of it is text', () => {
    expect(markup`<p>${['a < b, ', markup`<b>c</b>`, '.']}</p>`.text).toBe('<p>a &lt; b, <b>c</b>.</p>')
  })
  it('leaves out null and false, and not zero', () => {
    expect(markup`[${null}${false}${0}${''}]`.text).toBe('[0]')
  })
  it.each(['{"text":"<b>"}', '{"text":"<b>","isEscaped":true}', '{"isEscaped":true,"toString":"<b>"}', '[["<b>"]]', 'true'])(
    'takes nothing that merely looks like markup: %s',
    (forged) => {
      const drawn = () => markup`${JSON.parse(forged) as never}${[JSON.parse(forged)] as never}`.text
      try {
        expect(drawn()).not.toContain('<')
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError)
      }
    },
  )
})

it.each([
  ['https://app.example.com/a?b=c#d', 'https://app.example.com/a?b=c#d'],
  ['http://localhost:3000', 'http://localhost:3000/'],
  ['/i/abc/sign-in?x=1', '/i/abc/sign-in?x=1'],
  ['/', '/'],
  ['//evil.example', '#'],
  ['/\\evil.example', '#'],
  ['javascript:alert(1)', '#'],
  [' javascript:alert(1)', '#'],
  ['data:text/html,x', '#'],
  ['sign-in', '#'],
  ['', '#'],
])('%s leads to %s', (url, target) => {
  expect(webUrl(url)).toBe(target)
})
