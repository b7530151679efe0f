import { beforeAll, expect, test } from 'vitest'
import { LANGUAGES } from '@latchkey/words'
import type { CreatedApplication } from '../../../packages/server/src/actions/instance/create-application.ts'
import { onBothDatabases } from '../../../packages/server/src/http/testing/on-both-databases.ts'
import { lastCode, signIn } from '../../../packages/server/src/http/testing/people.ts'
import { renderPage } from './render-page.tsx'

const { cards, account } = LANGUAGES.en
const own = 'http://localhost:4000'
const wanted = 'http://localhost:3000/private?a=b'
const hostile = '</script><img src=x onerror=alert(1)>"\'&<!--'

const assets = {
  script: 'main.js',
  styles: ['main.css'],
  pathOf: () => null,
  draw: async (...[page, nonce]: Parameters<typeof renderPage>) => renderPage(page, nonce),
}

onBothDatabases(
  'hosted pages, drawn by the cards at the server,',
  (server) => {
    let app: CreatedApplication
    beforeAll(async () => {
      const brand = { primary: '#e11d48', supportEmail: 'help@acme.test' }
      app = await server().application({ name: `Acme ${hostile}`, settings: { brand } })
    })
    /** What stands in the body, without what the browser draws it from once more. */
    const drawn = (text: string) => /<main(?: inert)?>(.*)<\/main>/s.exec(text)![1]!
    /** The tags of a page, but for what is in quotes. */
    const tags = (text: string) =>
      text
        .replaceAll(/"[^"]*"/g, '""')
        .match(/<[^>]*>/g)!
        .join('\n')
    const fields = (text: string) => [...drawn(text).matchAll(/<input [^>]*name="([^"]+)"/g)].map(([, name]) => name)
    const unescaped = (text: string) => text.replaceAll('&amp;', '&')
    const actionOf = (text: string) => unescaped(/<form [^>]*action="([^"]*)"/.exec(drawn(text))![1]!)
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;')

    test('have the heading, the fields and the words of the form in their first answer, and nothing their policy refuses', async () => {
      for (const [path, title, names] of [
        ['/sign-in', cards.signIn.title(app.name), ['email_address']],
        ['/sign-up', cards.signUp.title(app.name), ['first_name', 'last_name', 'email_address']],
      ] as const) {
        const { text, headers } = await server().browser(app).get(path)
        expect(drawn(text)).toContain(`>${escaped(title)}</h1>`)
        expect(fields(text)).toEqual(names)
        for (const words of [cards.field.emailAddress, cards.action.continue, cards.footer.help, cards.development])
          expect(drawn(text)).toContain(words)
        const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy')!)![1]!
        expect(drawn(text)).toContain(`<style nonce="${nonce}">`)
        expect(drawn(text)).toContain('--latchkey-color-primary:light-dark(#e11d48, ')
        expect(tags(text)).not.toMatch(/\sstyle=|\son[a-z]+=|<img/)
        expect(tags(text).match(/<script\b/g)).toHaveLength(2)
      }
    })

    test('their form signs up and in without scripts, and leads where one wanted to go', async () => {
      const browser = server().browser(app, { origin: own })
      for (const [path, address] of [
        ['/sign-up', 'ann@example.com'],
        ['/sign-in', 'ann@example.com'],
      ] as const) {
        const start = await browser.get(`${path}?redirect_url=${encodeURIComponent(wanted)}`)
        expect(start.headers.get('content-security-policy')).toContain("form-action 'self' http://localhost:3000;")
        const typed = { email_address: address, first_name: '', last_name: '' }
        let begun = await browser.post(own + actionOf(start.text), typed)
        if (begun.status === 307) begun = await browser.post(own + begun.headers.get('location')!, typed)
        expect([begun.status, begun.headers.get('location')]).toEqual([
          303,
          `/i/${app.slug}${path}/code?${new URLSearchParams({ redirect_url: wanted })}`,
        ])
        const code = await lastCode(server(), address)
        const done = await browser.post(`${path}/code`, { code, redirect_url: wanted })
        expect(done.headers.get('location')).toMatch(/^http:\/\/localhost:3000\/private\?a=b&__clerk_db_jwt=/)
        await browser.post('/sign-out')
        server().ports.advance(31_000)
      }
    })

    test('what goes wrong with their form is told at the field, with what was typed', async () => {
      const browser = server().browser(app, { origin: own })
      const start = await browser.get('/sign-in')
      const told = await browser.post(own + actionOf(start.text), { email_address: 'nobody"@example.com' })
      expect([told.status, /name="email_address" value="nobody&quot;@example.com"[^>]*aria-invalid="true"/.test(told.text)]).toEqual([
        422,
        true,
      ])
    })

    test('no foreign site is reached by the page that sends people on', async () => {
      const browser = server().browser(app, { origin: own })
      for (const evil of ['https://evil.test/', '//evil.test', `/i/${app.slug}/sign-in/continue?redirect_url=https://evil.test/`]) {
        const target = `/i/${app.slug}/sign-in/continue?${new URLSearchParams({ redirect_url: evil })}`
        const seen = await browser.get(`/sign-in?${new URLSearchParams({ redirect_url: target })}`)
        expect([drawn(seen.text), seen.headers.get('content-security-policy')].join()).not.toContain('evil')
      }
    })

    test('the account is in its first answer, and so is who is signed in already', async () => {
      const browser = server().firstParty(app)
      await server().browser(app).get('/sign-in')
      await signIn(server(), browser, 'ann@example.com')
      await browser.post('/user', { first_name: hostile })
      const { text } = await browser.get('/user')
      expect(drawn(text)).toContain(`>${account.title}</h1>`)
      expect(drawn(text)).toContain('ann@example.com')
      expect(drawn(text)).toContain(escaped(hostile))
      expect(drawn(text)).toContain('data-hue=')
      expect(tags(text)).not.toMatch(/\sstyle=|<img/)
      expect(drawn((await browser.get('/sign-in')).text)).toContain(`>${cards.signedIn.title}</h1>`)
    })

    test('what only scripts can do takes no press before they have come, and what works without does', async () => {
      const closed = await server().application({ settings: { signUpMode: 'restricted' } })
      const browser = server().firstParty(app)
      const inert = async (of: typeof browser, path: string) => (await of.get(path)).text.includes('<main inert>')
      expect([await inert(browser, '/sign-in'), await inert(browser, '/sign-up')]).toEqual([false, false])
      expect([await inert(server().firstParty(closed), '/sign-in'), await inert(server().firstParty(closed), '/sign-up')]).toEqual([
        false,
        true,
      ])
      await signIn(server(), browser, 'ann@example.com')
      expect([await inert(browser, '/sign-in'), await inert(browser, '/user')]).toEqual([true, true])
    })

    test('where nobody may sign up by themselves, they say so', async () => {
      const closed = await server().application({ settings: { signUpMode: 'restricted' } })
      expect(drawn((await server().browser(closed).get('/sign-up')).text)).toContain(`>${cards.restricted.title}</h1>`)
    })
  },
  { assets },
)
