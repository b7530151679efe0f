import { type Exports, type Manifest, publishedManifest } from './published-manifest.ts'

const SCOPE = '@latchkey/'

/** Where a package keeps the packages of this repository that it needs. */
export const vendorFolder = (name: string): string => `vendor/${name}`

/**
 * The folder names of the packages of this repository that one needs, directly and by way of others.
 * @param manifests all of them, by folder name
 */
export function needs(name: string, manifests: ReadonlyMap<string, Manifest>): readonly string[] {
  const found = new Set<string>()
  const visit = (of: string): void => {
    for (const other of Object.keys(dependenciesOf(of, manifests)).filter((dependency) => dependency.startsWith(SCOPE))) {
      const folder = other.slice(SCOPE.length)
      if (folder === name || found.has(folder)) continue
      found.add(folder)
      visit(folder)
    }
  }
  visit(name)
  return [...found].toSorted()
}

/**
 * The package.json of a package that brings what it needs of this repository along, so that any package manager installs it from
 * its file and asks a registry for nothing of that name. The packages in it are reached by subpath imports, with the conditions
 * they export by.
 * @see https://nodejs.org/api/packages.html#subpath-imports
 */
export function selfContainedManifest(name: string, manifests: ReadonlyMap<string, Manifest>): Manifest {
  const { dependencies: _, imports: own = {}, ...published } = publishedManifest(manifestOf(name, manifests))
  const inside = needs(name, manifests)
  const imports: Record<string, unknown> = {}
  for (const other of inside) {
    const { exports = {} } = publishedManifest(manifestOf(other, manifests))
    const subpaths = typeof exports === 'string' ? { '.': exports } : exports
    for (const [subpath, target] of Object.entries(subpaths))
      imports[`#latchkey/${other}${subpath.slice(1)}`] = below(target, vendorFolder(other))
  }
  for (const [alias, target] of Object.entries(own as Readonly<Record<string, Exports>>)) imports[alias] = resolved(target, imports)
  const all = [name, ...inside].flatMap((one) => Object.entries(dependenciesOf(one, manifests)))
  const dependencies = Object.fromEntries(all.filter(([dependency]) => !dependency.startsWith(SCOPE)).toSorted())
  return {
    ...published,
    ...(Object.keys(imports).length > 0 && { imports }),
    ...(Object.keys(dependencies).length > 0 && { dependencies }),
    files: [...(published['files'] as readonly string[]), 'vendor'],
  }
}

/** A script or a declaration of such a package: what it imports of this repository is looked for inside of the package. */
export function importInside(text: string, inside: readonly string[]): string {
  return text.replaceAll(
    /((?:\bfrom|\bimport)\s*\(?\s*)(["'])@latchkey\/([\w-]+)((?:\/[\w./-]+)?)\2/g,
    (whole, before: string, quote: string, name: string, subpath: string) =>
      inside.includes(name) ? `${before}${quote}#latchkey/${name}${subpath}${quote}` : whole,
  )
}

function manifestOf(name: string, manifests: ReadonlyMap<string, Manifest>): Manifest {
  const found = manifests.get(name)
  if (found === undefined) throw new Error(`There is no package ${name} in this repository.`)
  return found
}

function dependenciesOf(name: string, manifests: ReadonlyMap<string, Manifest>): Readonly<Record<string, string>> {
  return (manifestOf(name, manifests)['dependencies'] ?? {}) as Readonly<Record<string, string>>
}

function below(target: Exports, folder: string): Exports {
  return mapped(target, (path) => path.replace(/^\.\//, `./${folder}/`))
}

/** A package's own subpath imports may name another package of this repository, which is inside now. */
function resolved(target: Exports, imports: Readonly<Record<string, unknown>>): Exports {
  if (typeof target !== 'string')
    return Object.fromEntries(Object.entries(target).map(([condition, one]) => [condition, resolved(one, imports)]))
  if (!target.startsWith(SCOPE)) return target.replace(/^\.\/src\//, './dist/').replace(/\.tsx?$/, '.js')
  const found = imports[`#latchkey/${target.slice(SCOPE.length)}`]
  if (found === undefined) throw new Error(`${target} is exported by no package that is needed.`)
  return found as Exports
}

function mapped(target: Exports, change: (path: string) => string): Exports {
  if (typeof target === 'string') return change(target)
  return Object.fromEntries(Object.entries(target).map(([condition, one]) => [condition, mapped(one, change)]))
}
