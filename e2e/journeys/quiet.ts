import assert from 'node:assert/strict'
import type { Browsing, Chromium } from '../support/browser.ts'
import type { Journey } from '../support/test.ts'

/** The last journey of a suite: nothing left the machine, no page complained, no answer was a failure of the server. */
export function quietJourney({ complaints }: Chromium, harmless: readonly RegExp[] = []): Journey<Browsing> {
  const serious = (found: readonly string[]): string[] =>
    [...new Set(found)].filter((line) => !harmless.some((pattern) => pattern.test(line)))
  return {
    title: 'quiet: no request left this machine, no page complained, nothing was answered with a failure',
    async run() {
      assert.deepEqual(
        { foreign: serious(complaints.foreign), errors: serious(complaints.errors), broken: serious(complaints.broken) },
        { foreign: [], errors: [], broken: [] },
      )
    },
  }
}
