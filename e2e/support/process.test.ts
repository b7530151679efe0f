import { join } from 'node:path'
import { expect, inject, test, vi } from 'vitest'
import { plainEnv, run } from './process.ts'

const node = (script: string) => ({
  name: 'a build',
  command: process.execPath,
  args: ['-e', script],
  cwd: inject('scratch'),
  env: plainEnv(),
  log: join(inject('scratch'), 'build.log'),
})

test('what takes too long is ended, with what it started, and its last words are told', async () => {
  const helper = `process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 1000)`
  const build = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(helper)}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`
  const error = await run(node(build), 0.05).catch((reason: Error) => reason)
  expect(error).toMatchObject({
    message: expect.stringMatching(/^a build was not done after 0\.05 minutes and was ended\. Its last words:\n\d+\n/),
  })
  const helping = Number(/^(\d+)$/m.exec((error as Error).message)![1])
  await vi.waitFor(() => expect(() => process.kill(helping, 0)).toThrow(/ESRCH/), 20_000)
})

test.each([
  ['is ended with it', false],
  ['is left to one that tidies up by itself', true],
])('what a program leaves running %s', async (_, tidies) => {
  const leave = `const { pid } = require('child_process').spawn('sleep', ['30'], { stdio: 'ignore' }); console.log(pid); process.exit()`
  const left = Number(await run({ ...node(leave), tidies }))
  if (tidies) process.kill(left, 'SIGKILL')
  await vi.waitFor(() => expect(() => process.kill(left, 0)).toThrow(/ESRCH/), 20_000)
})

test('a program under test knows nothing of the runner that walks it', () => {
  const leaking = {
    TEST_WORKER_INDEX: '0',
    TEST_PARALLEL_INDEX: '0',
    PW_TEST_SOURCE: 'x',
    PLAYWRIGHT_TEST: '1',
    FORCE_COLOR: '1',
    DEBUG_COLORS: '1',
  }
  Object.assign(process.env, leaking)
  try {
    expect(Object.keys(plainEnv()).filter((name) => name in leaking)).toEqual([])
    expect(plainEnv()).toMatchObject({ PATH: process.env['PATH'] })
  } finally {
    for (const name of Object.keys(leaking)) Reflect.deleteProperty(process.env, name)
  }
})
