import { type ESTree, Visitor } from 'rolldown/utils'
import { STRATEGIES } from '../../packages/protocol/src/strategies.ts'
import { placeOf } from './place.ts'
import type { Offence, SourceFile } from './source-file.ts'

const EQUALITY: ReadonlySet<string> = new Set(['===', '!==', '==', '!='])
const MEMBERSHIP: ReadonlySet<string> = new Set(['includes', 'has', 'indexOf'])

/** Comparisons with a strategy's name outside that strategy's own folder: shared code asks the traits instead. */
export function checkNames(file: SourceFile): readonly Offence[] {
  const place = placeOf(file.path)
  if (!place || place.test) return []
  const own = place.layer === 'strategies' ? place.inside[0]?.replaceAll('-', '_') : undefined
  const offences: Offence[] = []
  const judge = (node: ESTree.Node | null) => {
    const name = node?.type === 'Literal' ? node.value : null
    if (!node || typeof name !== 'string' || name === own || !Object.hasOwn(STRATEGIES, name)) return
    const message = `compares with the strategy name '${name}': ask its traits`
    offences.push({ file: file.path, line: file.lineOf(node.start), message })
  }
  new Visitor({
    BinaryExpression: (node) => {
      if (!EQUALITY.has(node.operator)) return
      judge(node.left)
      judge(node.right)
    },
    SwitchCase: (node) => judge(node.test),
    CallExpression: (node) => {
      const { callee } = node
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || !MEMBERSHIP.has(callee.property.name)) return
      judge(node.arguments[0] ?? null)
      if (callee.object.type === 'ArrayExpression') for (const element of callee.object.elements) judge(element)
    },
  }).visit(file.program)
  return offences
}
