import type { Locator } from '@playwright/test'

/**
 * Waits until the text of one of the elements matches, and returns it.
 * @throws with the texts that stand there when none comes to match.
 */
export async function reads(locator: Locator, expected: string | RegExp, seconds = 60): Promise<string> {
  const until = Date.now() + seconds * 1_000
  let texts: string[] = []
  do {
    texts = await locator.allTextContents().catch(() => texts)
    const found = texts.find((text) => (typeof expected === 'string' ? text.includes(expected) : expected.test(text)))
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  } while (Date.now() < until)
  throw new Error(`Expected ${expected} in ${locator}, found ${JSON.stringify(texts)}.`)
}
