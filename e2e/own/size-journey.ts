import assert from 'node:assert/strict'
import { test } from './own-suite.ts'
import { kilobytes, notedSize, scriptBytes } from './sizes.ts'

/** The sign-in page weighs at most this many bytes more than an empty page of the same app. */
export function sizeJourney(most: number): void {
  test(`size: at most ${kilobytes(most)} of JavaScript above an empty page`, async ({ app, paths, page, another }) => {
    const bare = await scriptBytes(page, `${app.url}/bare`)
    const whole = await scriptBytes((await another()).page, app.url + paths.signIn)
    const above = kilobytes(whole - bare)
    console.log(`  JavaScript of the sign-in page, gzipped: ${kilobytes(whole)}; of an empty page: ${kilobytes(bare)}; above it: ${above}`)
    const clerk = notedSize('clerk-nextjs')
    if (clerk !== null)
      console.log(`  The app with the latest Clerk SDK: ${kilobytes(clerk)}; above the empty page: ${kilobytes(clerk - bare)}`)
    assert.ok(whole - bare <= most, `${whole - bare} bytes`)
  })
}
