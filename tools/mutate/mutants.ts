import { parseAst } from 'vitest/node'

/** One small fault put into a source: a comparison turned round, a condition taken away. */
export interface Mutant {
  /** Where, as `line:column`. */
  readonly at: string
  /** What was changed, such as `=== → !==`. */
  readonly label: string
  /** The whole source with the fault in it. */
  readonly text: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly operator?: string
  readonly left: Node
  readonly right: Node
  readonly test: Node
  readonly argument: Node
}

/** For each comparison its opposite, and for each boundary the one beside it. */
const comparisons: { readonly [operator: string]: readonly string[] } = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
}
const otherLogic: { readonly [operator: string]: readonly string[] } = { '&&': ['||'], '||': ['&&'], '??': [] }

/**
 * Every mutant of a TypeScript source: comparisons flipped and shifted, `&&` and `||` exchanged or reduced to one side, `!` dropped,
 * conditions of `if` and `? :` held true and held false.
 */
export function findMutants(source: string): readonly Mutant[] {
  const found = new Map<string, Mutant>()
  const add = (at: { readonly start: number; readonly end: number }, replacement: string, label: string) => {
    const text = source.slice(0, at.start) + replacement + source.slice(at.end)
    const before = source.slice(0, at.start).split('\n')
    // Two operators may be broken in the same way (`if (!x)` held true, `!x` dropped …): once is enough.
    if (text !== source && !found.has(text)) found.set(text, { at: `${before.length}:${before.at(-1)!.length + 1}`, label, text })
  }
  const read = (node: Node) => source.slice(node.start, node.end)

  for (const node of nodesOf(parseAst(source, { lang: 'ts' }))) {
    const operator = node.operator ?? ''
    if (node.type === 'BinaryExpression' || node.type === 'LogicalExpression') {
      const start = node.left.end + source.slice(node.left.end, node.right.start).indexOf(operator)
      const others = node.type === 'BinaryExpression' ? comparisons[operator] : otherLogic[operator]
      for (const other of others ?? []) add({ start, end: start + operator.length }, other, `${operator} → ${other}`)
    }
    if (node.type === 'LogicalExpression') {
      add(node, `(${read(node.left)})`, `${operator} → left side only`)
      add(node, `(${read(node.right)})`, `${operator} → right side only`)
    }
    if (node.type === 'UnaryExpression' && operator === '!') add(node, `(${read(node.argument)})`, '! → nothing')
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') {
      add(node.test, '(true)', 'condition → true')
      add(node.test, '(false)', 'condition → false')
    }
  }
  return [...found.values()]
}

function nodesOf(value: unknown): readonly Node[] {
  if (value === null || typeof value !== 'object') return []
  const inside = Object.values(value).flatMap(nodesOf)
  return 'type' in value && 'start' in value ? [value as Node, ...inside] : inside
}
