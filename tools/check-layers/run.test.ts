import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Runs the command in a copy of the repository that has one file more. */
function run(path: string, text: string): { status: number | null; stdout: string; stderr: string } {
  const copy = mkdtempSync(join(inject('scratch'), 'layers-'))
  cpSync(join(root, 'tools/check-layers'), join(copy, 'tools/check-layers'), { recursive: true })
  cpSync(join(root, 'packages/protocol/src'), join(copy, 'packages/protocol/src'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  mkdirSync(join(copy, path, '..'), { recursive: true })
  writeFileSync(join(copy, path), text)
  return spawnSync(process.execPath, ['tools/check-layers/run.ts'], { cwd: copy, encoding: 'utf8' })
}

test('the command prints one line per offence and fails', () => {
  const { status, stderr } = run('packages/server/src/domain/user.ts', `import '../http/app.ts'\n`)
  expect(stderr).toBe('packages/server/src/domain/user.ts:1 domain may not import http\n')
  expect(status).toBe(1)
})

test('the command passes files that keep the rules', () => {
  const { status, stderr } = run('packages/server/src/domain/user.ts', `import '@latchkey/protocol'\n`)
  expect(stderr).toBe('')
  expect(status).toBe(0)
})
