import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const relativeImport = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g

/**
 * Who depends on a file, by whatever stands between.
 * @param entries files to begin at, by absolute paths; what they import by relative paths is followed
 * @returns for a file all files that reach it, itself included
 */
export function importersOf(entries: readonly string[]): (file: string) => ReadonlySet<string> {
  const direct = new Map<string, string[]>()
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(relativeImport)) {
      const target = join(dirname(file), path!)
      // A page or a picture is no module of ours, and imports nothing.
      if (!/\.tsx?$/.test(target)) continue
      direct.set(target, [...(direct.get(target) ?? []), file])
      visit(target)
    }
  }
  entries.forEach(visit)
  const known = new Map<string, ReadonlySet<string>>()
  return (file) => {
    const before = known.get(file)
    if (before !== undefined) return before
    const all = new Set<string>()
    const climb = (at: string): void => {
      if (all.has(at)) return
      all.add(at)
      direct.get(at)?.forEach(climb)
    }
    climb(file)
    known.set(file, all)
    return all
  }
}
