import { LANGUAGES } from '@latchkey/words'
import { beforeAll, expect, test } from 'vitest'
import { pathsIn, pseudo, strayWords, textsOf } from '../../../../words/src/testing/pseudo.ts'
import type { CreatedApplication } from '../../actions/instance/create-application.ts'
import { onBothDatabases } from '../testing/on-both-databases.ts'
import { lastCode } from '../testing/people.ts'

const own = 'http://localhost:4000'
/** What whoever sets the application up is told of an origin that is not on its list. */
const FOR_DEVELOPERS = /The request came from a website [^⟦]* in the folder of the Latchkey server\./

onBothDatabases(
  'whatever a person runs into on the pages',
  (server) => {
    let app: CreatedApplication
    beforeAll(async () => {
      app = await server().application({ name: '7' })
    })
    const visitor = () => server().browser(app, { origin: own })
    /** Does the page say this, and nothing in another language? The addresses typed here are no words. */
    const says = (text: string, ...paths: readonly string[]) => {
      expect(strayWords(textsOf(text), [/[\w.]+@example\.com/, FOR_DEVELOPERS, 'Latchkey', /\b[0-9a-f]{32}\b/])).toEqual([])
      expect([...pathsIn(text)]).toEqual(expect.arrayContaining([...paths]))
    }

    test('says it in words of one language, on the way in', async () => {
      const browser = visitor()
      says((await browser.get('/sign-up')).text, 'cards.signUp.title', 'pages.optional')
      says((await browser.get('/sign-in')).text, 'cards.signIn.title')
      await browser.post('/sign-up', { email_address: 'a@example.com' })
      says((await browser.post('/sign-up', { email_address: 'a' })).text, 'errors.form_param_format_invalid.longMessage')
      await browser.post('/sign-up', { email_address: 'a@example.com' })
      says((await browser.get('/sign-up/code')).text, 'pages.code.wait')
      says((await browser.post('/sign-up/code', { code: '1' })).text, 'errors.form_param_format_invalid.longMessage')
      const wrong = String((Number(await lastCode(server(), 'a@example.com')) + 1) % 1_000_000).padStart(6, '0')
      says((await browser.post('/sign-up/code', { code: wrong })).text, 'errors.form_code_incorrect.longMessage')
      server().ports.advance(31_000)
      await browser.post('/sign-up/resend')
      says((await browser.get('/sign-up/code?sent=1')).text, 'pages.code.sentAgain')
      await browser.post('/sign-up/code', { code: await lastCode(server(), 'a@example.com') })
      says((await browser.get('/sign-in')).text, 'cards.signedIn.title')
      says((await browser.get('/user?saved=1')).text, 'pages.account.saved')
      says((await browser.post('/user', { first_name: 'a'.repeat(999) })).text, 'errors.form_param_format_invalid.longMessage')
    })

    test('says it in words of one language where it goes wrong', async () => {
      const browser = visitor()
      says((await browser.post('/sign-in', { email_address: 'b@example.com' })).text, 'errors.form_identifier_not_found.longMessage')
      const first = await browser.post('/sign-up', { email_address: 'b@example.com' })
      browser.cookies.clear()
      says((await browser.post(own + first.headers.get('location')!, { email_address: 'b@example.com' })).text, 'pages.cookiesBlocked')
      says((await browser.post('/sign-in/ticket', { __clerk_ticket: 'x' })).text, 'pages.ticket.notYet')
      says((await browser.get('/v1/verify?token=sia_1.x')).text, 'pages.link.problems.invalid.title')
      says((await browser.get('/nothing', { accept: 'text/html' })).text, 'pages.notFound.title')
      const foreign = await browser.post('/sign-in', {}, { origin: 'https://evil.test', accept: 'text/html' })
      says(foreign.text, 'errors.origin_invalid.message')
    })
  },
  { language: pseudo(LANGUAGES.en) },
)
