import { posix } from 'node:path'
import { Visitor } from 'rolldown/utils'
import type { SourceFile } from './source-file.ts'

/** One import, re-export or `import()` of a file. */
export interface Import {
  readonly specifier: string
  /** The file it means, by its path from the repository's directory, when it is relative. */
  readonly target: string | null
  /** The names it takes, where it names them. */
  readonly names: readonly string[]
  /** It is gone once types are. */
  readonly typeOnly: boolean
  readonly line: number
}

/** Everything a file imports, types included. */
export function importsOf(file: SourceFile): readonly Import[] {
  const imports: Import[] = []
  const add = (specifier: string, start: number, typeOnly: boolean, names: readonly string[] = []) => {
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : null
    imports.push({ specifier, target, names, typeOnly, line: file.lineOf(start) })
  }
  new Visitor({
    ImportDeclaration: (node) => {
      const names = node.specifiers.flatMap((one) => (one.type === 'ImportSpecifier' && 'name' in one.imported ? [one.imported.name] : []))
      add(node.source.value, node.start, node.importKind === 'type', names)
    },
    ExportNamedDeclaration: (node) => node.source && add(node.source.value, node.start, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source.value, node.start, node.exportKind === 'type'),
    ImportExpression: (node) => node.source.type === 'Literal' && add(String(node.source.value), node.start, false),
    TSImportType: (node) => add(node.source.value, node.start, true),
  }).visit(file.program)
  return imports
}
