import { LANGUAGES } from '@latchkey/words'
import { describe, expect, it } from 'vitest'
import { INBOX_CSP, INBOX_FRAME_CSP, type Inbox, inboxFrame, inboxPage } from './inbox-page.ts'
import { PAGE_CSP, pageCsp } from './layout.ts'
import { aMail } from './testing/every-page.ts'

const [newer, older] = [
  { ...aMail('new', 'msg_2'), code: '222222' },
  { ...aMail('old', 'msg_1'), code: '111111' },
]
const inbox = { mails: [newer, older], selected: null, view: 'html', path: '/inbox', feed: '/v1/latchkey/inbox' } as const

const draw = (of: Inbox) => inboxPage(of, LANGUAGES.en)

describe('inboxPage', () => {
  it('lists all and opens the newest', () => {
    const page = draw(inbox)
    expect([...page.matchAll(/<li><a href="([^"]*)"/g)].map(([, url]) => url)).toEqual(['/inbox/msg_2', '/inbox/msg_1'])
    expect(page).toContain('src="/inbox/msg_2/frame"')
    expect(page).toContain('>222222<')
    expect(page).toContain('data-newest="msg_2" data-feed="/v1/latchkey/inbox"')
    expect(page).toContain('data-follow="newest"')
  })

  it('opens the one that was chosen, and says which in the list', () => {
    const page = draw({ ...inbox, selected: older })
    expect(page).toContain('src="/inbox/msg_1/frame"')
    expect(page).toContain('<li><a href="/inbox/msg_1" aria-current="page">')
    expect(page).toContain('<title>old · Inbox</title>')
    expect(page).toContain('data-newest="msg_2"')
    expect(page).toContain('data-follow="chosen"')
  })

  it('puts no mail into the page itself: its HTML is framed without script and origin, its text is text', () => {
    const html = '<h1 onclick="alert(1)">mail</h1>'
    const page = draw({ ...inbox, mails: [{ ...newer, html }] })
    expect(page).not.toContain('alert(1)')
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"')
    const text = draw({ ...inbox, view: 'text', mails: [{ ...newer, html, text: '<b>bold</b>' }] })
    expect(text).toContain('<pre class="paper">&lt;b&gt;bold&lt;/b&gt;</pre>')
    expect(text).not.toContain('<iframe')
  })

  it('shows neither code nor link where a mail has none', () => {
    const page = draw({ ...inbox, mails: [{ ...newer, code: null, link: null }] })
    expect(page).not.toMatch(/class="code"|Open the link/)
  })

  it('says what will be here while there is nothing', () => {
    expect(draw({ ...inbox, mails: [] })).toContain('No emails yet')
  })
})

describe('inboxFrame', () => {
  it.each([
    ['<html><head lang="x"><title>a</title></head>b', '<html><head lang="x"><base target="_blank"><title>a</title></head>b'],
    ['<p>a</p>', '<!doctype html><head><base target="_blank"></head><p>a</p>'],
    ['<head>$&</head>', '<head><base target="_blank">$&</head>'],
  ])('sends the links of %s out of the frame', (html, framed) => {
    expect(inboxFrame({ html })).toBe(framed)
  })
})

describe('the policies', () => {
  it('never allow what is inline, but for the look of a mail', () => {
    expect(`${PAGE_CSP} ${INBOX_CSP}`).not.toContain('unsafe')
    expect(INBOX_FRAME_CSP.match(/\S*'unsafe-inline'/g)).toHaveLength(1)
    expect(INBOX_FRAME_CSP).toContain("style-src 'unsafe-inline'")
  })
  it('allow script in the inbox alone, and one', () => {
    expect(PAGE_CSP).not.toContain('script-src')
    expect(INBOX_FRAME_CSP).not.toMatch(/script-src|allow-scripts|allow-same-origin/)
    expect(INBOX_CSP.match(/script-src [^;]*/)![0]).toMatch(/^script-src 'sha256-[A-Za-z0-9+/]{43}='$/)
  })
  it('begin with nothing and let nobody frame a page', () => {
    for (const csp of [PAGE_CSP, INBOX_CSP, INBOX_FRAME_CSP]) expect(csp).toMatch(/^default-src 'none'; .*base-uri 'none'/)
    for (const csp of [PAGE_CSP, INBOX_CSP]) expect(csp).toContain("frame-ancestors 'none'")
  })
  it('let forms end where the caller says', () => {
    expect(PAGE_CSP).toContain("form-action 'self';")
    expect(pageCsp(['https://app.test'])).toContain("form-action 'self' https://app.test;")
  })
})
