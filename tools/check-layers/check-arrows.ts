import { STRATEGIES } from '../../packages/protocol/src/strategies.ts'
import { LAYER_ARROWS, PACKAGE_ARROWS, PRIVATE_FOLDERS } from './arrows.ts'
import { importsOf } from './imports.ts'
import { type Place, placeOf } from './place.ts'
import type { Offence, SourceFile } from './source-file.ts'

const STRATEGY_FOLDERS = new Set(Object.keys(STRATEGIES).map((name) => name.replaceAll('_', '-')))

/** Imports against the arrows: between packages, between the server's layers, into private folders, between strategies. */
export function checkArrows(file: SourceFile): readonly Offence[] {
  const from = placeOf(file.path)
  if (!from) return []
  const unknown = from.pack === 'server' ? !(from.layer in LAYER_ARROWS) : !(from.pack in PACKAGE_ARROWS)
  if (unknown && !from.test) return [{ file: file.path, line: 1, message: `${from.layer} is not in the table of arrows` }]
  return importsOf(file).flatMap(({ specifier, target, line }) => {
    const message = wrong(from, specifier, target)
    return message ? [{ file: file.path, line, message }] : []
  })
}

function wrong(from: Place, specifier: string, target: string | null): string | null {
  const ours = /^@latchkey\/([^/]+)/.exec(specifier)?.[1]
  if (ours !== undefined) return from.test ? null : wrongPackage(from, ours)
  const to = target === null ? null : placeOf(target)
  if (from.test || target === null) return null
  if (!to) return `${specifier} is outside the packages`
  if (to.test) return `${specifier} is for tests`
  if (to.pack !== from.pack) return `import @latchkey/${to.pack} by its name`
  if (to.pack !== 'server') return null
  return wrongLayer(from, to) ?? wrongFolder(from, to)
}

function wrongPackage(from: Place, to: string): string | null {
  if (!PACKAGE_ARROWS[from.pack]?.includes(to)) return `package ${from.pack} may not import ${to}`
  return from.pack === 'server' && !LAYER_ARROWS[from.layer]?.includes(to) ? `${from.layer} may not import ${to}` : null
}

function wrongLayer(from: Place, to: Place): string | null {
  return from.layer === to.layer || LAYER_ARROWS[from.layer]?.includes(to.layer) ? null : `${from.layer} may not import ${to.layer}`
}

function wrongFolder(from: Place, to: Place): string | null {
  const [folder = ''] = to.inside
  const allowed = PRIVATE_FOLDERS[`${to.layer}/${folder}`]
  const named = [from.layer, [from.layer, ...from.inside].join('/')]
  const closed = allowed && !same(from, to) && !named.some((name) => allowed.includes(name))
  if (closed) return `${to.layer}/${folder} is for ${allowed.join(' and ')} only`
  const inStrategy = from.layer === 'strategies' && from.inside.length > 1
  const otherStrategy = inStrategy && to.layer === 'strategies' && STRATEGY_FOLDERS.has(folder)
  return otherStrategy && !same(from, to) ? `a strategy does not know another: ${folder}` : null
}

const same = (one: Place, other: Place) => one.layer === other.layer && one.inside[0] === other.inside[0]
