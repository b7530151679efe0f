import { expect, it } from 'vitest'
import { measure } from './measure.ts'

it('is small: a sign-in page takes no more than 24 kB, 15.7 kB of them these components', async () => {
  const { all, ui } = await measure()
  expect(all).toBeLessThanOrEqual(24_000)
  expect(ui).toBeLessThanOrEqual(15_700)
  // Nothing was left out by mistake.
  expect(ui).toBeGreaterThan(8_000)
})
