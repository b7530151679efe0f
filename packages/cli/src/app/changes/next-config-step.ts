import type { Project } from '../read-project.ts'
import type { SourceText } from '../source-files.ts'
import type { Step } from './change.ts'
import { type Node, nodesOf } from './jsx.ts'

const NAME = 'bundlePagesRouterDependencies'

/** The Pages Router loads packages without bundling them, and components have styles that only a bundler can take. */
export function nextConfigStep({ pagesRouter }: Pick<Project, 'pagesRouter'>, files: readonly SourceText[]): Step | null {
  if (!pagesRouter) return null
  const config = files.find(({ path }) => /^next\.config\.(?:ts|js|mjs|mts)$/.test(path))
  if (config === undefined) return { change: { path: 'next.config.mjs', before: null, after: `export default { ${NAME}: true }\n` } }
  if (config.text.includes(NAME)) return null
  const object = configObject(config.text)
  if (object === null) return { byHand: `${config.path} has its settings where they could not be found. Add ${NAME}: true to them.` }
  const at = object.start + 1
  return {
    change: { path: config.path, before: config.text, after: `${config.text.slice(0, at)}\n  ${NAME}: true,${config.text.slice(at)}` },
  }
}

/** The object that holds the settings: what is exported, or a constant that is. */
function configObject(text: string): Node | null {
  const nodes = nodesOf(text) ?? []
  const exported = nodes.find(({ type }) => type === 'ExportDefaultDeclaration')?.declaration as Node | undefined
  const assigned = nodes.find(
    (node) => node.type === 'AssignmentExpression' && text.slice((node.left as Node).start, (node.left as Node).end) === 'module.exports',
  )?.right as Node | undefined
  const value = exported ?? assigned
  if (value?.type === 'ObjectExpression') return value
  if (value?.type !== 'Identifier') return null
  const init = nodes.find((node) => node.type === 'VariableDeclarator' && (node.id as Node).name === value.name)?.init as
    | Node
    | null
    | undefined
  return init?.type === 'ObjectExpression' ? init : null
}
