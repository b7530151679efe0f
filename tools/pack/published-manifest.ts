/** A package.json, as far as packing cares. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly exports?: Exports
  readonly bin?: Readonly<Record<string, string>>
  readonly [field: string]: unknown
}

/** A target, or targets by condition. */
export type Exports = string | { readonly [condition: string]: Exports }

/**
 * The package.json of the published package: where the repository's names sources, it names what they were compiled to.
 * npm has no field for this that it heeds (`publishConfig.exports` is ignored).
 */
export function publishedManifest(manifest: Manifest): Manifest {
  const { exports, bin, ...rest } = manifest
  return {
    ...rest,
    ...(exports === undefined ? {} : { exports: compiled(exports, false) }),
    ...(bin === undefined ? {} : { bin: Object.fromEntries(Object.entries(bin).map(([name, path]) => [name, scriptOf(path)])) }),
    files: ['dist', 'pages'],
  }
}

function compiled(exports: Exports, types: boolean): Exports {
  if (typeof exports !== 'string') {
    const entries = Object.entries(exports).map(([condition, target]) => [condition, compiled(target, condition === 'types')] as const)
    return Object.fromEntries(entries)
  }
  if (types) return declarationsOf(exports)
  return /\.tsx?$/.test(exports) ? { types: declarationsOf(exports), default: scriptOf(exports) } : scriptOf(exports)
}

const scriptOf = (path: string): string => path.replace(/^\.\/src\//, './dist/').replace(/\.tsx?$/, '.js')

const declarationsOf = (path: string): string => path.replace(/^\.\/src\//, './dist/').replace(/\.tsx?$/, '.d.ts')
