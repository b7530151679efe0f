import { expect, test, vi } from 'vitest'
import { command } from './command.ts'

const node = (script: string, limit = 1, line?: (text: string) => void) =>
  command(process.execPath, ['-e', script], { limit, ...(line ? { line } : {}) })

/** Starts a command that takes a minute, and prints its process id. */
const SLEEPER = `const child = require('child_process').spawn('sleep', ['60'], { stdio: 'ignore' }); console.log(child.pid)`

test('the exit code is the command’s', async () => {
  expect(await node('process.exit(7)')).toBe(7)
  expect(await node('process.kill(process.pid, "SIGTERM")')).toBe(128 + 15)
})

test('lines are handed over as they come', async () => {
  const lines: string[] = []
  await node('console.log("one\\ntwo")', 1, (line) => lines.push(line))
  expect(lines).toEqual(['one', 'two'])
})

test('a command has our variables, and those of its own', async () => {
  const lines: string[] = []
  const script = 'console.log(process.env.PATH === undefined, process.env.WALK)'
  await command(process.execPath, ['-e', script], { limit: 1, line: (line) => lines.push(line), env: { WALK: 'far' } })
  expect(lines).toEqual(['false far'])
})

test('a command that hangs is ended, with what it started', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const lines: string[] = []
  const hang = `${SLEEPER}; process.on('SIGTERM', () => console.log('asked')); setInterval(() => {}, 1000)`
  expect(await node(hang, 0.05, (line) => lines.push(line))).toBe(128 + 9)
  expect(said).toHaveBeenCalledOnce()
  expect(lines[1]).toBe('asked')
  await vi.waitFor(() => expect(() => process.kill(Number(lines[0]), 0)).toThrow(/ESRCH/), 20_000)
})

test('what a command leaves running is ended with it', async () => {
  const lines: string[] = []
  expect(await node(`${SLEEPER}; child.unref()`, 1, (line) => lines.push(line))).toBe(0)
  await vi.waitFor(() => expect(() => process.kill(Number(lines[0]), 0)).toThrow(/ESRCH/), 20_000)
})

test('a command that is not there is an error', async () => {
  await expect(command('/nowhere/at-all', [], { limit: 1 })).rejects.toThrow(/ENOENT/)
})
