import { parseAst } from 'rolldown/parseAst'

interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

/**
 * Texts in JSX that stand beside something else, as `<line> <what>`. React holds on to such a text by itself, a browser's translator
 * takes it off the page, and the next change beside it throws. It belongs into an element of its own.
 */
export function looseText(source: string): readonly string[] {
  const found: string[] = []
  visit(parseAst(source, { lang: 'tsx' }) as unknown as Node)
  return found

  function visit(node: Node): void {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      const children = (node.children as readonly Node[]).filter(isShown)
      if (children.length > 1)
        for (const child of children)
          if (isText(child)) found.push(`${lineOf(child)} ${source.slice(child.start, child.end as number).trim()}`)
    }
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value])
        if (child && typeof child === 'object' && 'type' in child) visit(child as Node)
    }
  }

  function lineOf({ start }: Node): number {
    return source.slice(0, start).split('\n').length
  }
}

/** Neither the space between two lines nor a comment. */
function isShown(child: Node): boolean {
  if (child.type === 'JSXText') return (child.value as string).trim() !== '' || !(child.value as string).includes('\n')
  return child.type !== 'JSXExpressionContainer' || (child.expression as Node).type !== 'JSXEmptyExpression'
}

/** May it come to a text? What only running it would tell (`children`, a list, a component) is left to the pictures. */
function isText(node: Node): boolean {
  switch (node.type) {
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return isText(node.expression as Node)
    case 'ConditionalExpression':
      return isText(node.consequent as Node) || isText(node.alternate as Node)
    case 'LogicalExpression':
      return isText(node.right as Node)
    case 'Literal':
      return typeof node.value === 'string' || typeof node.value === 'number'
    case 'JSXText':
    case 'TemplateLiteral':
    case 'BinaryExpression':
      return true
    case 'MemberExpression':
      return node.computed !== true
    case 'CallExpression':
      return !/"type":"JSX/.test(JSON.stringify(node, (_, value) => (typeof value === 'bigint' ? null : value)))
    default:
      return false
  }
}
