import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { expect, it } from 'vitest'
import { sizeThreadPool } from './size-thread-pool.ts'

it('takes what somebody has said', () => {
  const environment = { UV_THREADPOOL_SIZE: '7' }
  sizeThreadPool(environment)
  expect(environment).toEqual({ UV_THREADPOOL_SIZE: '7' })
})

/** Counts the threads of a server that has signed something. */
const count = `
import { readdirSync, readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { sizeThreadPool } from '${new URL('size-thread-pool.ts', import.meta.url)}'
sizeThreadPool(process.env)
await import('${new URL('program.ts', import.meta.url)}')
randomBytes(16, () => {
  const names = readdirSync('/proc/self/task').map((id) => readFileSync('/proc/self/task/' + id + '/comm', 'utf8'))
  console.log(names.filter((name) => name.startsWith('libuv')).length)
})`

// Only Linux tells what its threads are called.
it.runIf(process.platform === 'linux')('makes as many threads as cores, two at least, with all of the command loaded', () => {
  const { UV_THREADPOOL_SIZE: _, ...env } = process.env
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', count], { encoding: 'utf8', env })
  expect(Number(stdout)).toBe(Math.max(2, availableParallelism()))
})
