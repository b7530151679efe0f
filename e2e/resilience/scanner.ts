import assert from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import type { Visitor } from '../support/fixtures.ts'
import type { Asked } from '../support/connection.ts'
import type { Database } from './database.ts'
import type { Deployment } from './deployment.ts'
import { type Dialect, type Site, test } from './deployments.ts'
import { mailTo, newAddress, newPerson } from './people.ts'
import type { Reply } from './visitor.ts'

const visits = 3

/** Where a scanner comes by. */
interface Ground {
  readonly deployment: Deployment
  readonly another: () => Promise<Visitor>
  readonly site: Site
}

/** A mail scanner opens every link before the person does: nothing may come of it, and nothing may be lost by it. */
export function scannerJourneys(dialect: Dialect): void {
  const comesBy = `a scanner opens the link of a sign-in ${visits} times and changes nothing; the click still signs in`
  test(`${dialect}: ${comesBy}`, async ({ deployment, database, another, site }) => {
    const person = await newPerson(deployment, 'scanned')
    await walk({ deployment, another, site }, 'sign_ins', person.address, { identifier: person.address })
    assert.equal((await database.rows('select id from sessions where user_id = $1', person.id)).length, 1)
  })

  const comesFirst = `a scanner opens the link of a sign-up ${visits} times and changes nothing; the click still signs up`
  test(`${dialect}: ${comesFirst}`, async ({ deployment, database, another, site }) => {
    const address = newAddress('scanned')
    await walk({ deployment, another, site }, 'sign_ups', address, { email_address: address })
    assert.equal((await database.rows('select user_id from identifications where value = $1', address)).length, 1)
  })
}

async function walk(
  { deployment, another, site }: Ground,
  kind: 'sign_ins' | 'sign_ups',
  address: string,
  begin: Readonly<Record<string, string>>,
): Promise<void> {
  const { page, context } = await another()
  try {
    await page.goto(site.origin)
    const form = { ...begin, strategy: 'email_link', redirect_url: `${site.origin}/done` }
    const { response } = await fromPage(deployment, page, `/v1/client/${kind}`, form)
    const { link, code } = await mailTo(deployment, address)
    assert.ok(link && code, 'the mail has a link and a code')
    const before = await state(deployment.database, response!.id)
    for (let visit = 0; visit < visits; visit++) {
      await scan({ deployment, another }, link, code)
      await lookAhead(deployment, context, link)
      assert.equal(await state(deployment.database, response!.id), before, `nothing has changed by visit ${visit + 1}`)
    }
    const tab = await context.newPage()
    await tab.goto(link)
    const ended = new URL(tab.url())
    assert.deepEqual([ended.origin + ended.pathname, ended.searchParams.get('__clerk_status')], [`${site.origin}/done`, 'verified'])
    const client = await fromPage(deployment, tab, '/v1/client')
    const sessions = (client.response?.sessions ?? []).map(({ id }) => id)
    assert.deepEqual(sessions, [ended.searchParams.get('__clerk_created_session')], 'the browser that began is signed in')
    const after = await state(deployment.database, response!.id)
    assert.notEqual(after, before)
    await scan({ deployment, another }, link, null)
    assert.equal(await state(deployment.database, response!.id), after, 'a used link changes nothing more')
  } finally {
    deployment.canaries.see(JSON.stringify(await context.cookies()))
    await context.close()
  }
}

/** HEAD, GET and POST as programs send them, then a browser that runs scripts, submits every form and presses every button. */
async function scan({ deployment, another }: Omit<Ground, 'site'>, link: string, code: string | null): Promise<void> {
  for (const method of ['HEAD', 'GET', 'POST'] as const) {
    const { status, cookies } = await deployment.once({ method, path: pathOf(link), headers: navigation })
    assert.ok(status < 500, `${method} answers ${status}`)
    assert.deepEqual(cookies, [], `${method} sets no cookie`)
  }
  const { page, context } = await another()
  try {
    await page.goto(link)
    const text = await page.locator('body').innerText()
    // Else the page would not be the one that a scanner gets.
    if (code !== null) assert.ok(text.includes(code), `the page shows the code, not:\n${text}`)
    await pressEverything(page, link)
    assert.deepEqual(await context.cookies(), [], 'the scanner is nobody afterwards')
  } finally {
    await context.close()
  }
}

/** A browser that fetches what its person might open: her cookie comes along, her click does not. */
async function lookAhead(deployment: Deployment, context: BrowserContext, link: string): Promise<void> {
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  assert.match(cookies, /__client_/)
  const asked: readonly Asked[] = [
    { method: 'HEAD', path: pathOf(link), headers: { ...navigation, Cookie: cookies } },
    { path: pathOf(link), headers: { ...navigation, Cookie: cookies, 'Sec-Purpose': 'prefetch' } },
    { path: pathOf(link), headers: { ...navigation, Cookie: cookies, 'Sec-Fetch-Dest': 'image' } },
  ]
  for (const each of asked) assert.deepEqual((await deployment.once(each)).cookies, [])
}

/** Both rows whole, and how many people and sessions there are. */
async function state(database: Database, attemptId: string): Promise<string> {
  const rows = [
    await database.rows('select * from attempts where id = $1', attemptId),
    await database.rows('select * from verifications where attempt_id = $1', attemptId),
    await database.rows(
      'select (select count(*) from users) as users, (select count(*) from sessions) as sessions, (select count(*) from ' +
        'clients) as clients',
    ),
  ]
  assert.deepEqual(
    rows.map(({ length }) => length),
    [1, 1, 1],
  )
  return JSON.stringify(rows)
}

/** A request of the application's page to the Frontend API, as an SDK sends it. */
async function fromPage(deployment: Deployment, page: Page, path: string, form?: Readonly<Record<string, string>>): Promise<Reply> {
  const url = `http://localhost:${deployment.ports[0]}${deployment.base}${path}`
  const text = await page.evaluate(
    async ([url, form]) => {
      const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
      return (await fetch(url, { credentials: 'include', ...init })).text()
    },
    [url, form] as const,
  )
  deployment.canaries.see(text)
  return JSON.parse(text) as Reply
}
const navigation = { 'User-Agent': 'scanner', Accept: 'text/html', 'Sec-Fetch-Dest': 'document', 'Sec-Fetch-Mode': 'navigate' }
const pressable = 'form, button, input[type=submit], input[type=button], input[type=image], a[href], summary, [role=button], [onclick]'

/** Submits, clicks and follows everything on the page, each from a fresh load, since most lead away. */
async function pressEverything(page: Page, link: string): Promise<void> {
  const count = await page.locator(pressable).count()
  for (let nth = 0; nth < count; nth++) {
    await page.goto(link)
    await page
      .locator(pressable)
      .nth(nth)
      .evaluate((element) => (element instanceof HTMLFormElement ? element.requestSubmit() : (element as HTMLElement).click()))
    await page.waitForLoadState()
  }
}

function pathOf(link: string): string {
  const { pathname, search } = new URL(link)
  return pathname + search
}
