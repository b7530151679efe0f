import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, inject, test } from 'vitest'
import type { HttpContext } from '../context.ts'
import { parseScriptRequest, serveScript } from './serve-script.ts'

let home: string
const context = (clerkScripts: string | null) => ({ clerkScripts, scriptMirror: 'https://mirror.test/npm' }) as HttpContext

beforeAll(() => {
  home = mkdtempSync(join(inject('scratch'), 'scripts-'))
  const store = (folder: string, name: string, version: string) => {
    const at = join(home, 'node_modules', folder)
    mkdirSync(join(at, 'dist/chunks'), { recursive: true })
    writeFileSync(join(at, 'package.json'), JSON.stringify({ name, version }))
    writeFileSync(join(at, 'dist/clerk.browser.js'), `/* ${name}@${version} */`)
    writeFileSync(join(at, 'dist/chunks/a_b-1.js'), 'chunk')
    writeFileSync(join(at, 'secret.js'), 'secret')
  }
  store('@clerk/clerk-js', '@clerk/clerk-js', '6.9.0')
  store('clerk-js-newer', '@clerk/clerk-js', '6.40.0')
  store('clerk-js-next', '@clerk/clerk-js', '6.40.0-canary.1')
  store('clerk-js-4', '@clerk/clerk-js', '4.73.14')
  store('impostor', 'impostor', '7.0.0')
  mkdirSync(join(home, 'node_modules/.bin'))
})

test.each([
  ['@clerk/clerk-js@6/dist/clerk.browser.js', '/* @clerk/clerk-js@6.40.0 */', 'public, max-age=600'],
  ['@clerk/clerk-js@6.9/dist/clerk.browser.js', '/* @clerk/clerk-js@6.9.0 */', 'public, max-age=600'],
  ['@clerk/clerk-js@4.73.14/dist/clerk.browser.js', '/* @clerk/clerk-js@4.73.14 */', 'public, max-age=31536000, immutable'],
  ['@clerk/clerk-js@6.40.0-canary.1/dist/clerk.browser.js', '/* @clerk/clerk-js@6.40.0-canary.1 */', 'public, max-age=31536000, immutable'],
  ['@clerk/clerk-js@latest/dist/chunks/a_b-1.js', 'chunk', 'public, max-age=600'],
])('%s is served', async (path, content, cache) => {
  const reply = await serveScript(context(home), path)
  expect(Buffer.from(reply.body as Uint8Array).toString()).toBe(content)
  expect(reply.headers).toEqual({ 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': cache })
})

test.each(['@clerk/clerk-js@5/dist/clerk.browser.js', '@clerk/ui@1/dist/ui.browser.js', '@clerk/clerk-js@canary/dist/clerk.browser.js'])(
  '%s is fetched from the mirror',
  async (path) => {
    const reply = await serveScript(context(home), path)
    expect([reply.status, reply.headers.Location]).toEqual([307, `https://mirror.test/npm/${path}`])
  },
)

test('without a folder everything is fetched from the mirror', async () => {
  expect((await serveScript(context(null), '@clerk/clerk-js@6/dist/a.js')).headers.Location).toBe(
    'https://mirror.test/npm/@clerk/clerk-js@6/dist/a.js',
  )
})

test.each(['@clerk/clerk-js@6/dist/absent.js', '@clerk/clerk-js@6/dist/chunks'])('%s is not there', async (path) => {
  await expect(serveScript(context(home), path)).rejects.toThrow('endpoint_not_found')
})

test.each([
  '@clerk/clerk-js@6/secret.js',
  '@clerk/clerk-js@6/dist/../secret.js',
  '@clerk/clerk-js@6/dist/..%2fsecret.js',
  '@clerk/clerk-js@6/dist/.hidden',
  '@clerk/clerk-js@6/dist//etc/passwd',
  '@clerk/clerk-js@../dist/a.js',
  '@clerk/clerk-js@6/dist',
  '@clerk/backend@1/dist/a.js',
  'impostor@7/dist/clerk.browser.js',
  '@clerk/clerk-js@6/dist/a.js?x=@evil.test/',
  '//evil.test/@clerk/clerk-js@6/dist/a.js',
])('%s is no script', (path) => {
  expect(parseScriptRequest(path)).toBe(null)
})
