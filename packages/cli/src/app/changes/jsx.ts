import { parse } from '@babel/parser'

/** Any node of a syntax tree. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

/** The nodes of a source file, parents before children. `null` when it cannot be read. */
export function nodesOf(text: string): readonly Node[] | null {
  try {
    return [...walk(parse(text, { sourceType: 'module', plugins: ['typescript', 'jsx'] }).program as unknown as Node)]
  } catch {
    return null
  }
}

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* walk(each)
  if (!isNode(value)) return
  yield value
  for (const [name, field] of Object.entries(value)) if (name !== 'loc' && !name.endsWith('Comments')) yield* walk(field)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value
}

/** Is it a JSX element of this name? */
export function isElement(node: Node, name: string): boolean {
  return node.type === 'JSXElement' && ((node.openingElement as Node).name as Node & { name?: string }).name === name
}
