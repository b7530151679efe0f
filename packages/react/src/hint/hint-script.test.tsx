import { createHash } from 'node:crypto'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { HINT_SCRIPT, HINT_SCRIPT_HASH, HintScript } from './hint-script.tsx'

test('the hash is the script’s', () => {
  expect(HINT_SCRIPT_HASH).toBe(`'sha256-${createHash('sha256').update(HINT_SCRIPT).digest('base64')}'`)
})

test('the script is tiny, and safe to write into HTML', () => {
  expect(HINT_SCRIPT.length).toBeLessThan(500)
  expect(HINT_SCRIPT).not.toMatch(/<\/|<!--|[^\x20-\x7e]/)
})

test('the element carries the name and the nonce', () => {
  expect(renderToString(<HintScript cookieName="__latchkey_hint_x" nonce="n" />)).toBe(
    `<script nonce="n" data-latchkey-hint="__latchkey_hint_x">${HINT_SCRIPT}</script>`,
  )
  expect(renderToString(<HintScript cookieName="a" />)).toBe(`<script data-latchkey-hint="a">${HINT_SCRIPT}</script>`)
})
