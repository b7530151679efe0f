import { describe, expect, it } from 'vitest'
import { INBOX_SCRIPT } from './inbox-script.ts'
import { STYLE } from './style.ts'
import { everyPage, IDENTITY_STYLE } from './testing/every-page.ts'

const plain = everyPage('plain')
const names = Object.keys(plain)
const tags = (page: string) =>
  page
    .replace(STYLE, '')
    .replace(IDENTITY_STYLE, '')
    .replace(INBOX_SCRIPT, '')
    .match(/<[^>]*>/g)!
const all = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map((match) => match[1]!)

describe.each(names)('the page %s', (name) => {
  const page = plain[name]!

  it('is a document in English with a title, one main part and headings in order', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(page).toMatch(/<title>[^<]+<\/title>/)
    expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">')
    expect(all(page, /<(main)\b/g)).toHaveLength(1)
    const levels = all(page, /<h(\d)\b/g).map(Number)
    expect(levels[0]).toBe(1)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true)
  })

  it('closes what it opens', () => {
    const open: string[] = []
    for (const tag of tags(page)) {
      const [, slash, element] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(tag) ?? []
      if (element === undefined || /^(meta|link|input|img|path|circle)$/.test(element)) continue
      if (slash === '') open.push(element)
      else expect(open.pop()).toBe(element)
    }
    expect(open).toEqual([])
  })

  it("needs nothing its policy refuses: no inline style, no handler, no script but the inbox's, nothing from elsewhere", () => {
    const rest = tags(page).join('\n')
    expect(rest).not.toMatch(/\sstyle=|\son\w+=|<base|<object|<embed/)
    expect(rest).not.toMatch(/<(?:img|link|script|iframe)[^>]*(?:src|href)="(?!data:|\/inbox\/)/)
    expect(all(page, /<(script)\b/g)).toHaveLength(name.startsWith('inbox') ? 1 : 0)
    expect(page).toContain(`<style>${STYLE}</style>`)
  })

  it('labels every input and has every id once', () => {
    const ids = all(page, /\sid="([^"]*)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    const inputs = tags(page).filter((tag) => tag.startsWith('<input') && !tag.includes('type="hidden"'))
    for (const input of inputs) expect(page).toContain(`<label for="${/\sid="([^"]*)"/.exec(input)![1]}">`)
    for (const id of all(page, /aria-describedby="([^"]*)"/g)) expect(ids).toContain(id)
    expect(all(page, /\s(autofocus)\b/g).length).toBeLessThanOrEqual(1)
  })

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style></script><b>',
    '&lt;b&gt; &amp;',
    '$& $1 ${x}',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
  ])('takes %s for nothing but text', (text) => {
    const hostile = everyPage(text)[name]!
    const shape = (source: string) => tags(source).map((tag) => tag.replace(/"[^"]*"/g, '""'))
    expect(shape(hostile)).toEqual(shape(plain[name]!))
    expect(hostile).not.toMatch(/(?:href|action|src)="(?:javascript|data:text)/i)
  })
})
