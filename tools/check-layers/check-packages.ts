import { isBuiltin } from 'node:module'
import { NODE_MODULES, NPM_PACKAGES, PURE } from './arrows.ts'
import { importsOf } from './imports.ts'
import { placeOf } from './place.ts'
import type { Offence, SourceFile } from './source-file.ts'

/** Modules from npm or Node that do not belong where they are imported. */
export function checkPackages(file: SourceFile): readonly Offence[] {
  const place = placeOf(file.path)
  if (!place || place.test) return []
  return importsOf(file).flatMap(({ specifier, target, line }) => {
    if (target !== null || specifier.startsWith('@latchkey/')) return []
    const message = isBuiltin(specifier) ? wrongBuiltin(place.layer, specifier) : wrongPackage(place.layer, specifier)
    return message ? [{ file: file.path, line, message }] : []
  })
}

function wrongBuiltin(layer: string, specifier: string): string | null {
  if (!specifier.startsWith('node:')) return `write node:${specifier}`
  if (PURE.includes(layer)) return `${layer} is pure and takes nothing from Node, so not ${specifier}`
  const allowed = NODE_MODULES[specifier]
  return allowed && !allowed.includes(layer) ? `${specifier} is for ${allowed.join(' and ')} only` : null
}

function wrongPackage(layer: string, specifier: string): string | null {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  return NPM_PACKAGES[layer]?.includes(name) ? null : `${layer} may not import the npm package ${name}`
}
