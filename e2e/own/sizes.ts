import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'
import { cache } from '../support/paths.ts'

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

/** What a suite's sign-in page weighed when it was walked last, or `null`. */
export function notedSize(suite: string): number | null {
  return existsSync(noteOf(suite)) ? (JSON.parse(readFileSync(noteOf(suite), 'utf8')) as { bytes: number }).bytes : null
}

/** Bytes in words. */
export const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`
