import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { runLatchkey } from '../packages/cli/src/testing/run-latchkey.ts'

// A percent sign in the password of the email server was told as 'The database … cannot be opened': whatever the server's making
// threw was taken for the database's.
test.each(['dev', 'start'])('latchkey %s names the variable and what to encode', async (command) => {
  const environment = {
    LATCHKEY_DATA_DIR: mkdtempSync(join(inject('scratch'), 'percent-')),
    LATCHKEY_PUBLIC_URL: 'https://clerk.example.com',
    LATCHKEY_SECRETS_KEY: randomBytes(32).toString('base64'),
    LATCHKEY_SMTP_URL: 'smtp://user:50%off@smtp.example.com:587',
  }
  const { code, complained } = await runLatchkey([command], { environment })
  expect([code, complained]).toEqual([1, [expect.stringMatching(/^LATCHKEY_SMTP_URL: [^\n]*% as %25[^\n]*$/)]])
  expect(complained[0]).not.toMatch(/database|50%off/)
})
