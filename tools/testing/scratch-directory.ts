import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A temporary directory, and how to be rid of it early. */
export interface ScratchDirectory {
  readonly path: string
  remove(): Promise<void>
}

/** Makes a directory that a shell removes once our end of its pipe closes: on `remove()`, and also when this process is killed. */
export function scratchDirectory(): ScratchDirectory {
  const path = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
  const shell = spawn('sh', ['-c', 'read -r _; rm -rf "$1"', 'scratch', path], { detached: true, stdio: ['pipe', 'ignore', 'inherit'] })
  const exit = once(shell, 'exit')
  shell.unref()
  return {
    path,
    remove: async () => {
      shell.ref()
      shell.stdin.end()
      await exit
    },
  }
}
