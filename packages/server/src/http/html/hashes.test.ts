import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { INBOX_SCRIPT, INBOX_SCRIPT_HASH } from './inbox-script.ts'
import { STYLE, STYLE_HASH } from './style.ts'

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

// A browser drops what does not match, so a stale hash is a page without style.
it.each([
  ['STYLE_HASH', STYLE, STYLE_HASH],
  ['INBOX_SCRIPT_HASH', INBOX_SCRIPT, INBOX_SCRIPT_HASH],
])('%s is the hash of what stands in the page', (_, text, hash) => {
  expect(hash).toBe(hashOf(text))
})
