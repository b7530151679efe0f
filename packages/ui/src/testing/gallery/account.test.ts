import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Shown, showGallery, type Visit } from './open.ts'

let shown: Shown
let visit: Visit
beforeAll(async () => {
  shown = await showGallery()
  visit = await shown.page()
})
afterAll(() => shown.close())

/** What has the focus, in the words a screen reader says. */
const focused = () =>
  visit.page.evaluate(() => {
    const { activeElement: at } = document
    return at === document.body ? 'body' : (at?.getAttribute('aria-label') ?? at?.getAttribute('name') ?? at?.textContent)
  })
const said = () => visit.page.evaluate(() => document.querySelector('.lk-heard[role=status]')?.textContent)

/** Walks by Tab to what is called so, and presses it. */
async function press(name: string, key = 'Enter'): Promise<void> {
  for (let steps = 0; (await focused()) !== name; steps++) {
    if (steps > 40) throw new Error(`Tab never came to ${name}`)
    await visit.page.keyboard.press('Tab')
  }
  await visit.page.keyboard.press(key)
}

describe('the account by keyboard alone', { timeout: 60_000 }, () => {
  it('never loses the focus, says what has changed, and lets Escape leave every form', async () => {
    const { page, complaints } = visit
    await visit.open('walk-account')
    complaints.length = 0

    await press('Edit')
    await expect.poll(focused).toBe('first_name')
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe('Edit')
    await press('Edit')
    await expect.poll(focused).toBe('first_name')
    await page.keyboard.type('Augusta')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('Edit')
    await expect.poll(said).toBe('Saved.')

    await press('Add email address')
    await expect.poll(focused).toBe('email_address')
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe('Add email address')
    await press('Add email address')
    await expect.poll(focused).toBe('email_address')
    await page.keyboard.type('new@northwind.test')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('code')
    await expect.poll(said).toBe('We sent a code to new@northwind.test.')
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe('Add email address')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await expect.poll(focused).toBe('Confirm new@northwind.test')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('code')
    await page.keyboard.type('123456')
    await expect.poll(focused).toBe('Add email address')
    await expect.poll(said).toBe('new@northwind.test is confirmed.')

    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await expect.poll(focused).toBe('Make primary: new@northwind.test')
    await page.keyboard.press('Enter')
    await expect.poll(said).toBe('new@northwind.test is now your primary address.')
    await expect.poll(focused).toBe('Email addresses')

    await press('Remove ada@northwind.test')
    await expect.poll(focused).toBe('Cancel')
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe('Remove ada@northwind.test')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('Cancel')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect.poll(said).toBe('ada@northwind.test was removed.')
    await expect.poll(focused).toBe('Email addresses')

    await press('Sign out of Safari on iPhone')
    await expect.poll(said).toBe('Signed out of Safari on iPhone.')
    await expect.poll(focused).toBe('Devices')

    // The section's title and the button.
    expect(await visit.page.getByText('Delete account', { exact: true }).count()).toBe(2)
    await press('Delete account')
    await expect.poll(focused).toBe('confirmation')
    await page.keyboard.press('Escape')
    await expect.poll(focused).toBe('Delete account')
    expect(complaints).toEqual([])
  })

  it.each(['user-profile-signed-out', 'user-profile-revoked'])(
    'says that nobody is signed in, and leads to the form and back: %s',
    async (story) => {
      await visit.show(story)
      expect(await visit.page.innerText('[role=alert]')).toBe('You are signed out. Sign in to see your account.')
      expect(await visit.page.locator('.lk-spinner').count()).toBe(0)
      await visit.page.getByRole('button', { name: 'Sign in' }).click()
      const calls = () => visit.page.evaluate(() => (globalThis as unknown as { latchkey: { calls: [string, string][] } }).latchkey.calls)
      await expect.poll(calls).toEqual([['navigate', expect.stringMatching(new RegExp(`^/sign-in\\?redirect_url=%2F${story}`))]])
    },
  )

  it('leaves a dialog open when Escape was for a form in it', async () => {
    await visit.show('modal-user-profile')
    await press('Edit')
    await expect.poll(focused).toBe('first_name')
    await visit.page.keyboard.press('Escape')
    await expect.poll(focused).toBe('Edit')
    await visit.page.keyboard.press('Escape')
    await visit.page.waitForSelector('dialog', { state: 'detached' })
  })
})

const PLACES = [
  'walk-account',
  'user-profile',
  'user-profile-names',
  'user-profile-remove',
  'user-profile-confirm',
  'user-profile-delete',
  'sign-in',
  'sign-in-verify',
  'sign-in-unknown',
  'sign-in-methods',
  'sign-up',
]

describe.each([
  ['a mouse', false, 24, 1000],
  ['a finger', true, 44, 375],
] as const)('with %s', (_, touch, least, width) => {
  beforeAll(async () => {
    await visit.page.setViewportSize({ width, height: 900 })
    const session = await visit.page.context().newCDPSession(visit.page)
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: touch })
  })

  it.each(PLACES)(`everything can be met within ${least} px: %s`, { timeout: 30_000 }, async (story) => {
    await visit.open(story)
    const small = await visit.page.evaluate((size) => {
      const all = [...document.querySelectorAll<HTMLElement>('main :is(a, button, input)')].filter((one) => one.offsetParent !== null)
      return all.flatMap((one) => {
        one.scrollIntoView({ block: 'center' })
        const { left, right, top, bottom } = one.getBoundingClientRect()
        const [x, y] = [(left + right) / 2, (top + bottom) / 2]
        const meets = (dx: number, dy: number) => {
          const hit = document.elementFromPoint(x + dx, y + dy)
          return hit !== null && (one === hit || one.contains(hit) || (hit.contains(one) && hit.matches('label, .lk-otpCodeFieldInputs')))
        }
        // Links in a line of text are as high as the line.
        if (one.matches('a') && one.closest('p, span') && size === 24) return []
        const half = size / 2 - 1
        return meets(0, -half) && meets(0, half)
          ? []
          : [`${one.textContent || one.getAttribute('name') || one.getAttribute('aria-label')} ${Math.round(bottom - top)} px`]
      })
    }, least)
    expect(small).toEqual([])
  })
})

describe('a username in the account', { timeout: 60_000 }, () => {
  it('is chosen, refused at its field, changed and taken away, and each change is said', async () => {
    const { page } = visit
    await visit.open('walk-username')
    await press('Edit username')
    await expect.poll(focused).toBe('username')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.lk-formFieldErrorText__username')
    await page.keyboard.type('taken')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.textContent('.lk-formFieldErrorText__username')).toBe('This username is taken. Choose another.')
    await page.fill('[name=username]', 'ada_l')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('Edit username')
    await expect.poll(said).toBe('Saved.')
    expect(await page.textContent('.lk-profileSection__username .lk-profileSectionItemText')).toBe('ada_l')
    await press('Remove ada_l')
    await page.click('.lk-profileSection__username .lk-formButtonPrimary')
    await expect.poll(said).toBe('ada_l was removed.')
    expect(await page.textContent('.lk-profileSection__username .lk-profileSectionItemText')).toBe('No username yet')
  })
})
