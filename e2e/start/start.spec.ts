import assert from 'node:assert/strict'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '../support/fixtures.ts'
import { cache, root } from '../support/paths.ts'
import { answers, freePort, plainEnv, type Running, start } from '../support/process.ts'

const data = join(cache, 'start/data')
const demo = join(root, 'examples/next-passwordless')
const envFile = join(demo, '.env.local')
const builtFrom = join(demo, '.next/built-from')

/** Runs what `npm start` runs, on ports of its own. */
function begin(ports: { readonly server: number; readonly app: number }): Running {
  return start({
    name: 'npm start',
    command: process.execPath,
    args: [join(root, 'scripts/start.mjs')],
    cwd: root,
    env: plainEnv({ LATCHKEY_PORT: String(ports.server), DEMO_PORT: String(ports.app), LATCHKEY_DATA_DIR: data }),
    log: join(cache, 'start/start.log'),
    tidies: true,
  })
}

/** Waits until it has said this. */
async function said(running: Running, words: string, seconds = 120): Promise<void> {
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await sleep(50)) {
    if (running.output().includes(words)) return
    if (running.exitCode() !== null) break
  }
  assert.fail(`“${words}” was not said, but:\n${running.output()}`)
}

const key = (text: string) => /NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY=(\S+)/.exec(text)?.[1]

const comesUp =
  'npm start: server and demo come up, the sign-in form is in the HTML, the keys are in a block of their own; then as ' +
  'built, then with other keys'

test(comesUp, async () => {
  test.setTimeout(480_000)
  rmSync(data, { recursive: true, force: true })
  rmSync(builtFrom, { force: true })
  const before = existsSync(envFile) ? readFileSync(envFile, 'utf8') : null
  const ports = { server: await freePort(4650), app: await freePort(3650) }
  const page = `http://localhost:${ports.app}/auth/signin`
  const keys: (string | undefined)[] = []
  let running: Running | null = null
  try {
    for (const which of ['first', 'later', 'emptied']) {
      if (which === 'emptied') rmSync(data, { recursive: true, force: true })
      const begun = performance.now()
      running = begin(ports)
      await answers(page, running, 120)
      // What was built with the keys of another server answers until this one has said which are its own, and is started anew then.
      if (which === 'emptied') await said(running, 'Ctrl-C stops everything.')
      const html = await (await fetch(page)).text()
      console.log(`  ${which} start: the form was there after ${((performance.now() - begun) / 1000).toFixed(1)} s`)
      assert.match(html, /<input[^>]*name="email_address"/)
      // What watches for changes is in pages that are compiled as they are asked for, and in no others.
      if (which !== 'emptied') assert.equal(/hmr-client/.test(html), which === 'first', `the ${which} start`)
      await said(running, 'Ctrl-C stops everything.')
      const output = running.output()
      for (const place of [`http://localhost:${ports.app}`, `http://localhost:${ports.server}`, `http://localhost:${ports.server}/inbox`])
        assert.ok(output.includes(place))
      assert.doesNotMatch(output, /⨯|warning|Error/i, output)
      keys.push(key(output))
      assert.equal(key(readFileSync(envFile, 'utf8')), keys.at(-1))
      if (which === 'first') for (const until = Date.now() + 240_000; !existsSync(builtFrom) && Date.now() < until;) await sleep(100)
      if (which === 'emptied')
        assert.ok((await (await fetch(page)).text()).includes('hmr-client'), 'a build with the keys of another server is served')
      await running.stop()
      for (const url of [page, `http://localhost:${ports.server}/v1/health`]) await assert.rejects(fetch(url), `${url} still answers`)
    }
    assert.equal(keys[0], keys[1], 'a later start finds the application again')
    assert.notEqual(keys[1], keys[2])
  } finally {
    await running?.stop()
    rmSync(builtFrom, { force: true })
    if (before === null) rmSync(envFile, { force: true })
    else writeFileSync(envFile, before)
  }
})

test('npm start: a taken port is one line, and nothing is left running', async () => {
  const ports = { server: await freePort(4650), app: await freePort(3650) }
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(ports.app, 'localhost', resolve))
  const running = begin(ports)
  while (running.exitCode() === null) await sleep(20)
  holder.close()
  assert.equal(running.exitCode(), 1)
  assert.match(running.output().trim(), new RegExp(`^Port ${ports.app} is taken: [^\\n]+$`))
})
