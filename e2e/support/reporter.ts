import { stripVTControlCharacters } from 'node:util'
import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter'

/**
 * Says what every suite says: a line per journey with its seconds, below a failed one what went wrong and what was kept of it, and at the
 * end a count, which `npm test` reads.
 */
export default class JourneyReporter implements Reporter {
  #passed = 0
  #failed = 0

  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk)
  }

  onStdErr(chunk: string | Buffer): void {
    process.stderr.write(chunk)
  }

  onTestEnd({ title, expectedStatus }: TestCase, { status, duration, errors, attachments, annotations }: TestResult): void {
    // Left out for a reason that it tells; without one it is a failure.
    const reason = status === 'skipped' && annotations.find(({ type }) => type === 'skip')?.description
    if (reason) {
      console.log(`· ${title}: ${reason}`)
      return
    }
    const good = status === 'passed' && expectedStatus === 'passed'
    console.log(`${good ? '✓' : '✗'} ${title} (${(duration / 1_000).toFixed(1)} s)`)
    if (good) {
      this.#passed += 1
      return
    }
    this.#failed += 1
    const kept = attachments.flatMap(({ name, path }) => (path === undefined ? [] : [`${name}: ${path}`]))
    const said = errors.length > 0 ? errors.map(wordsOf) : [`It is ${status}.`]
    console.log(indented([...said, ...kept].join('\n')))
  }

  /** What went wrong beside the journeys: a file that cannot be loaded, or none at all. */
  onError(error: TestError): void {
    this.#failed += 1
    console.log(`✗ the suite\n${indented(wordsOf(error))}`)
  }

  onEnd(): void {
    console.log(`${this.#passed} passed, ${this.#failed} failed`)
  }

  printsToStdio(): boolean {
    return true
  }
}

function wordsOf({ stack, message, value }: TestError): string {
  return stripVTControlCharacters(stack ?? message ?? value ?? 'an error without words')
}

const indented = (text: string) => text.replaceAll(/^/gm, '    ')
