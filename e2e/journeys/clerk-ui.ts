import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { reads } from '../support/browser.ts'

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

/** Types an address into the first card of sign-in or sign-up and goes on. */
export async function giveAddress(page: Page, address: string): Promise<void> {
  await page.getByLabel('Email address').fill(address)
  await page.locator('.cl-formButtonPrimary').click()
}

/** From the card that waits for the link to the card that asks for the code. */
export async function chooseCode(page: Page): Promise<void> {
  await page.getByText('Check your email').waitFor()
  await page.getByText('Use another method').click()
  const prepared = page.waitForResponse(/\/prepare_first_factor/)
  await page.getByRole('button', { name: /^Email code to/ }).click()
  await prepared
}

/** Types a code into the card that asks for one. It is sent when its last digit stands. */
export async function typeCode(page: Page, code: string): Promise<void> {
  const field = page.getByLabel(/^Enter verification code/)
  await field.waitFor()
  // The components take in the answer to `prepare_*` a moment after it came, and would forget digits typed before that.
  await page.waitForTimeout(300)
  await field.click()
  await page.keyboard.type(code, { delay: 40 })
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
