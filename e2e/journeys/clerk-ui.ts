import assert from 'node:assert/strict'
import type { Page, Request } from 'playwright-core'
import { reads } from '../support/reads.ts'

/** Codes for which the components of 2023 say something of their own. */
const ownWords = new Map([
  ['form_identifier_exists', 'This email address is taken'],
  // The link card of 2023 goes on asking behind the code card, and says it in its own way when it learns of it first.
  ['verification_expired', 'The verification link expired. Please request a new link.'],
])

/** What the server said when it refused. */
export interface Refusal {
  readonly status: number
  readonly code: string
}

const ABOUT_A_SIGN_IN = /\/v1\/client\/sign_ins\/\w+/

/** What the cards of a page have asked about a sign-in. */
interface Asked {
  /** Not heard yet. */
  readonly open: Set<Request>
  /** How many codes and links were sent since the address was given. */
  prepared: number
}

const askedBy = new WeakMap<Page, Asked>()

function follow(page: Page): void {
  const before = askedBy.get(page)
  if (before !== undefined) {
    before.prepared = 0
    return
  }
  const asked: Asked = { open: new Set(), prepared: 0 }
  askedBy.set(page, asked)
  page.on('request', (request) => {
    if (ABOUT_A_SIGN_IN.test(request.url())) asked.open.add(request)
  })
  page.on('requestfinished', (request) => {
    asked.open.delete(request)
    if (request.method() === 'POST' && request.url().includes('/prepare_first_factor')) asked.prepared += 1
  })
  page.on('requestfailed', (request) => void asked.open.delete(request))
}

/** Waits until so many codes and links were sent, for a minute at most. */
async function heard(page: Page, prepared: number): Promise<void> {
  const asked = askedBy.get(page)
  for (const until = Date.now() + 60_000; asked !== undefined && asked.prepared < prepared && Date.now() < until;)
    await page.waitForTimeout(50)
}

/** Types an address into the first card of sign-in or sign-up and goes on. */
export async function giveAddress(page: Page, address: string): Promise<void> {
  follow(page)
  await page.getByLabel('Email address').fill(address)
  await page.locator('.cl-formButtonPrimary').click()
}

/** From the card that waits for the link to the card that asks for the code. */
export async function chooseCode(page: Page): Promise<void> {
  await page.getByText('Check your email').waitFor()
  // Only then is the next answer that of the code.
  await heard(page, 1)
  const sent = askedBy.get(page)?.prepared ?? 0
  await page.getByText('Use another method').click()
  await page.getByRole('button', { name: /^Email code to/ }).click()
  await heard(page, sent + 1)
}

/**
 * Types a code into the card that asks for one, which sends it when its last digit stands, and waits for the answer. The card that waited
 * for the link may go on asking though it is gone: what it hears while the code is taken makes the component think that the sign-in has
 * gone back a step, and it stays where it is. So its question waits for the answer to the code.
 */
export async function typeCode(page: Page, code: string): Promise<void> {
  const open = askedBy.get(page)?.open ?? new Set<Request>()
  const before = [...open]
  const answered = page.waitForResponse(/\/attempt_(?:first_factor|second_factor|verification)/).catch(() => null)
  await page.route(ABOUT_A_SIGN_IN, async (route) => {
    if (route.request().method() === 'GET') await answered
    await route.continue()
  })
  const field = page.getByLabel(/^Enter verification code/)
  await field.waitFor()
  // The components take in the answer to `prepare_*` a moment after it came, and would forget digits typed before that.
  await page.waitForTimeout(300)
  for (const until = Date.now() + 60_000; before.some((request) => open.has(request)) && Date.now() < until;) await page.waitForTimeout(50)
  await field.click()
  await page.keyboard.type(code, { delay: 40 })
  await answered
  await page.unroute(ABOUT_A_SIGN_IN)
}

/**
 * Does something that the server must refuse, and checks that the page shows the server's words, or the component's own
 * where it has some for the code.
 * @param path part of the URL of the request that is refused
 */
export async function refused(page: Page, path: string, act: () => Promise<void>): Promise<Refusal> {
  const answer = page.waitForResponse((response) => response.url().includes(path) && response.request().method() === 'POST')
  await act()
  const response = await answer
  const body = (await response.json()) as { errors?: { code: string; message: string; long_message?: string }[] }
  const error = body.errors?.[0]
  assert.ok(error, `${path} was to be refused, and answered ${response.status()}: ${JSON.stringify(body).slice(0, 400)}`)
  const words = page.locator('.cl-formFieldErrorText, .cl-otpCodeFieldErrorText, .cl-alert, .cl-alertText')
  const said = [error.long_message ?? error.message, ownWords.get(error.code)].filter((text) => text !== undefined)
  await Promise.any(said.map((text) => reads(words, text))).catch(({ errors }: AggregateError) => assert.fail(errors.join('\n')))
  return { status: response.status(), code: error.code }
}

/** Opens the menu behind the avatar. */
export async function openUserMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Open user (menu|button)$/ }).click()
  await page.locator('.cl-userButtonPopoverCard').waitFor()
}

/** Six digits that are not this code. */
export function otherCode(code: string, nth = 1): string {
  return String((Number(code) + nth) % 1_000_000).padStart(6, '0')
}
