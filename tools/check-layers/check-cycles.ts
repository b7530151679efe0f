import { importsOf } from './imports.ts'
import type { Offence, SourceFile } from './source-file.ts'

/**
 * Import cycles, each told once, at the import that closes it. What only types import is not there at run time and does not count. By hand:
 * the linter's import/no-cycle follows no `import()`. It looks where this does not: outside the packages, and at types.
 */
export function checkCycles(files: readonly SourceFile[]): readonly Offence[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const offences: Offence[] = []
  const visit = (file: SourceFile, trail: readonly string[]) => {
    done.add(file.path)
    const path = [...trail, file.path]
    for (const { target, typeOnly, line } of importsOf(file)) {
      const next = target === null || typeOnly ? undefined : byPath.get(target)
      if (!next) continue
      const start = path.indexOf(next.path)
      if (start >= 0) offences.push({ file: file.path, line, message: `import cycle: ${[...path.slice(start), next.path].join(' → ')}` })
      else if (!done.has(next.path)) visit(next, path)
    }
  }
  for (const file of files) if (!done.has(file.path)) visit(file, [])
  return offences
}
