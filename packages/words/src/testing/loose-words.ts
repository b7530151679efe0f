import { parseAst } from 'rolldown/parseAst'

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

const READ = /^(?:aria-label|alt|title|placeholder|label)$/
/** Where a template has a hole, so that it is seen not to be empty. */
const HOLE = '0'
const LETTERS = /\p{L}/u

/**
 * Words for people that stand in the source of what is drawn: in JSX, and in the templates of pages. They belong into this package.
 * @returns each with its line
 */
export function looseWords(source: string): readonly string[] {
  const found: string[] = []
  visit(parseAst(source, { lang: 'tsx' }) as unknown as Node)
  return found

  function note(node: Node, text: string): void {
    if (LETTERS.test(text)) found.push(`${source.slice(0, node.start).split('\n').length} ${text.replaceAll(/\s+/g, ' ').trim()}`)
  }

  function visit(node: Node): void {
    if (node.type === 'JSXText') note(node, node.value as string)
    if (node.type === 'JSXElement' || node.type === 'JSXFragment')
      for (const child of node.children as readonly Node[]) if (child.type === 'JSXExpressionContainer') said(child.expression as Node)
    if (node.type === 'JSXAttribute' && READ.test(String((node.name as Node).name)) && node.value !== null) {
      const value = node.value as Node
      said(value.type === 'JSXExpressionContainer' ? (value.expression as Node) : value)
    }
    if (node.type === 'TaggedTemplateExpression' && (node.tag as Node).name === 'markup') page(node.quasi as Node)
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (child && typeof child === 'object' && 'type' in child) visit(child as Node)
  }

  /** A text that a hole is filled with as it stands. */
  function said(node: Node): void {
    switch (node.type) {
      case 'Literal':
        if (typeof node.value === 'string') note(node, node.value)
        break
      case 'TemplateLiteral':
        note(node, (node.quasis as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked).join(' '))
        break
      case 'ConditionalExpression':
        said(node.consequent as Node)
        said(node.alternate as Node)
        break
      case 'LogicalExpression':
        said(node.right as Node)
        break
      case 'ParenthesizedExpression':
        said(node.expression as Node)
        break
      default:
    }
  }

  /** A template of HTML: what stands between tags, and in the attributes that are read. One without tags is a part of a tag. */
  function page(quasi: Node): void {
    const texts = (quasi.quasis as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked)
    const html = texts.join(HOLE)
    for (const [, text] of html.matchAll(/\s(?:aria-label|alt|title|placeholder)="([^"]*)"/g)) note(quasi, text!)
    if (!/<\/?[a-z]/i.test(html)) return
    note(quasi, html.replaceAll(/<code\b[^>]*>.*?<\/code>|<[^>]*(?:>|$)/gs, ' '))
    for (const [index, hole] of (quasi.expressions as readonly Node[]).entries()) {
      const before = texts.slice(0, index + 1).join(HOLE)
      if (before.lastIndexOf('<') <= before.lastIndexOf('>')) said(hole)
    }
  }
}
