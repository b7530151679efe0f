import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Insertion } from './additions.ts'

/** A copy of the product that may be changed. */
export interface Copy {
  readonly path: string
  /** @throws Error when the text before the place is not there, or more than once: then the addition has to be told anew */
  insert(insertions: readonly Insertion[]): void
  /** Puts files of a folder in their places. */
  lay(overlay: string): void
  remove(): void
}

/** Copies the packages, and links the rest, so that packages find each other in the copy. */
export function copyOf(root: string): Copy {
  const path = mkdtempSync(join(tmpdir(), 'latchkey-experiment-'))
  for (const manifest of globSync('packages/*/package.json', { cwd: root })) cpSync(join(root, manifest), join(path, manifest))
  for (const source of globSync('packages/*/src', { cwd: root })) cpSync(join(root, source), join(path, source), { recursive: true })
  for (const file of ['package.json', 'vitest.config.ts', 'tools/testing']) cpSync(join(root, file), join(path, file), { recursive: true })
  linkModules(root, path)
  return {
    path,
    insert(insertions) {
      for (const { file, after, text } of insertions) {
        const [before, behind, ...others] = readFileSync(join(path, file), 'utf8').split(after)
        if (behind === undefined || others.length > 0) throw new Error(`${file} has not exactly one ${JSON.stringify(after)}`)
        writeFileSync(join(path, file), `${before}${after}${text}${behind}`)
      }
    },
    lay: (overlay) => cpSync(overlay, path, { recursive: true }),
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** Every installed package as it is, but the product's own, which are those of the copy. */
function linkModules(root: string, path: string): void {
  const [from, to] = [join(root, 'node_modules'), join(path, 'node_modules')]
  mkdirSync(join(to, '@latchkey'), { recursive: true })
  for (const name of readdirSync(from)) if (name !== '@latchkey') symlinkSync(join(from, name), join(to, name))
  for (const name of readdirSync(join(path, 'packages'))) symlinkSync(join(path, 'packages', name), join(to, '@latchkey', name))
}
