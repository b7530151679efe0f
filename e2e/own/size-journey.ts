import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'
import type { Browsing } from '../support/browser.ts'
import { cache } from '../support/paths.ts'
import type { Journey } from '../support/test.ts'

/** Where a suite leaves what its sign-in page weighs, for the one that compares. */
const noteOf = (suite: string) => join(cache, 'sizes', `${suite}.json`)

/**
 * Gzipped bytes of all scripts that a page loads until nothing more comes. They are fetched once more to be weighed: a browser forgets what
 * it answered a page with when that page leads on to another.
 */
export async function scriptBytes(page: Page, url: string): Promise<number> {
  const scripts = new Set<string>()
  const note = (response: Response) => {
    // What a script makes itself, such as a worker's, has been weighed as part of it.
    if (response.request().resourceType() === 'script' && response.ok() && response.url().startsWith('http')) scripts.add(response.url())
  }
  page.on('response', note)
  await page.goto(url, { waitUntil: 'networkidle' })
  page.off('response', note)
  const sizes = await Promise.all(
    [...scripts].map(async (script) => {
      const answer = await page.request.get(script)
      assert.ok(answer.ok(), `${script} answers ${answer.status()}`)
      return gzipSync(await answer.body()).length
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Keeps what a suite's sign-in page weighs for {@link sizeJourney} of another suite. */
export function noteSize(suite: string, bytes: number): void {
  mkdirSync(dirname(noteOf(suite)), { recursive: true })
  writeFileSync(noteOf(suite), JSON.stringify({ bytes }))
  console.log(`  JavaScript of the sign-in page: ${kilobytes(bytes)} gzipped`)
}

/** The sign-in page weighs at most this many bytes more than an empty page of the same app. */
export function sizeJourney(urls: { readonly signIn: string; readonly bare: string }, most: number): Journey<Browsing> {
  return {
    title: `size: at most ${kilobytes(most)} of JavaScript above an empty page`,
    async run({ visitor: { page }, another }) {
      const bare = await scriptBytes(page, urls.bare)
      const whole = await scriptBytes((await another()).page, urls.signIn)
      const above = kilobytes(whole - bare)
      console.log(
        `  JavaScript of the sign-in page, gzipped: ${kilobytes(whole)}; of an empty page: ${kilobytes(bare)}; above it: ${above}`,
      )
      if (existsSync(noteOf('clerk-nextjs'))) {
        const { bytes } = JSON.parse(readFileSync(noteOf('clerk-nextjs'), 'utf8')) as { bytes: number }
        console.log(`  The app with the latest Clerk SDK: ${kilobytes(bytes)}; above the empty page: ${kilobytes(bytes - bare)}`)
      }
      assert.ok(whole - bare <= most, `${whole - bare} bytes`)
    },
  }
}

const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`
