import type { Locator, Page } from 'playwright-core'
import { reads } from '../support/reads.ts'

/** Whether an address has this path, whatever stands behind it. */
export const at = (path: string) => (url: URL) => url.pathname === path

/** The card of `<SignIn>` or `<SignUp>`, in a state when one is named. */
export function card(page: Page, state?: string): Locator {
  return page.locator(state === undefined ? '.lk-card' : `.lk-card[data-state="${state}"]`)
}

/** The field for the code. */
export function codeField(page: Page): Locator {
  return card(page).locator('input[autocomplete="one-time-code"]')
}

/** Waits until React has taken the form over: before that, a click would be the browser's own, which is another journey. */
export async function listens(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const form = document.querySelector('.lk-card form')
    return form !== null && Object.keys(form).some((key) => key.startsWith('__reactProps'))
  })
}

/** Types an address into the first card of sign-in or sign-up and goes on. */
export async function giveAddress(
  page: Page,
  address: string,
  names: { readonly first?: string; readonly last?: string } = {},
): Promise<void> {
  await listens(page)
  await card(page).locator('input[name="email_address"]').fill(address)
  if (names.first !== undefined) await card(page).locator('input[name="first_name"]').fill(names.first)
  if (names.last !== undefined) await card(page).locator('input[name="last_name"]').fill(names.last)
  await card(page).locator('.lk-formButtonPrimary').click()
}

/** Types a code; it is sent when its last digit stands. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await codeField(page).waitFor()
  await codeField(page).focus()
  await page.keyboard.type(code, { delay: 20 })
}

/** Waits until the card says why something was refused. */
export async function says(page: Page, words: string | RegExp): Promise<string> {
  return reads(card(page).locator('[role="alert"]'), words)
}

/** Waits until the field for the address holds this one. */
export async function holds(page: Page, address: string): Promise<void> {
  await page.waitForFunction(
    (expected) => document.querySelector<HTMLInputElement>('.lk-card input[name="email_address"]')?.value === expected,
    address,
  )
}

/** Opens the menu behind the avatar in the header. */
export async function openUserMenu(page: Page): Promise<void> {
  await page.locator('.lk-userButtonTrigger').click()
  await page.locator('.lk-userButtonPopoverCard').waitFor()
}

/** Six digits that are not this code. */
export function otherCode(code: string, nth = 1): string {
  return String((Number(code) + nth) % 1_000_000).padStart(6, '0')
}
