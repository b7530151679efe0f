import { isElement, type Node, nodesOf } from './jsx.ts'

/**
 * Puts a JSX element around another one, with its import, in the style of the file: its indentation, quotes and semicolons.
 * @param inside name of the element that is wrapped
 * @param wrapper name of the element around it, and of the import
 * @returns the text as it was but for this; `null` when there is no such element, or more than one
 */
export function wrapElement(
  text: string,
  { inside, wrapper, from }: { readonly inside: string; readonly wrapper: string; readonly from: string },
): string | null {
  const nodes = nodesOf(text)
  const found = nodes?.filter((node) => isElement(node, inside)) ?? []
  const [element] = found
  if (nodes === null || element === undefined || found.length > 1) return null
  const line = text.slice(text.lastIndexOf('\n', element.start - 1) + 1, element.start)
  const indentation = /^\s*/.exec(line)![0]
  const step = indentation.includes('\t') ? '\t' : '  '
  const wrapped = indented(text, element, nodes, step)
  // Alone on its line it goes a level deeper; in the middle of one it stays there.
  const around =
    line.trim() === ''
      ? `<${wrapper}>\n${indentation}${step}${wrapped}\n${indentation}</${wrapper}>`
      : `<${wrapper}>${text.slice(element.start, element.end)}</${wrapper}>`
  return withImport(text.slice(0, element.start) + around + text.slice(element.end), nodes, { name: wrapper, from }, text)
}

/** The element's text a level deeper. What stands in a template literal is content, and stays. */
function indented(text: string, element: Node, nodes: readonly Node[], step: string): string {
  const literals = nodes.filter(({ type }) => type === 'TemplateElement')
  let at = element.start
  return text
    .slice(element.start, element.end)
    .split('\n')
    .map((line, number) => {
      const start = at
      at += line.length + 1
      const isContent = literals.some((literal) => literal.start < start && start <= literal.end)
      return number === 0 || line.trim() === '' || isContent ? line : step + line
    })
    .join('\n')
}

/** The text with one more import after the others. @param original the text that the nodes are of */
function withImport(
  text: string,
  nodes: readonly Node[],
  { name, from }: { readonly name: string; readonly from: string },
  original: string,
): string {
  const imports = nodes.filter(({ type }) => type === 'ImportDeclaration')
  const last = imports.at(-1)
  const sample = last === undefined ? '' : original.slice(last.start, last.end)
  const quote = sample.includes('"') ? '"' : "'"
  const line = `import { ${name} } from ${quote}${from}${quote}${sample.endsWith(';') ? ';' : ''}`
  if (last !== undefined) return `${text.slice(0, last.end)}\n${line}${text.slice(last.end)}`
  const directives = nodes.filter(({ type }) => type === 'Directive').at(-1)
  const at = directives?.end ?? 0
  return at === 0 ? `${line}\n\n${text}` : `${text.slice(0, at)}\n\n${line}${text.slice(at)}`
}
