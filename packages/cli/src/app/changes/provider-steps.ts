import type { Project } from '../read-project.ts'
import type { SourceText } from '../source-files.ts'
import type { Step } from './change.ts'
import { isElement, type Node, nodesOf } from './jsx.ts'

const PROVIDER = 'LatchkeyProvider'
const PACKAGE = '@latchkey/nextjs'

/** Puts the provider around the body of every root layout, and around the component in `pages/_app`. */
export function providerSteps(project: Project, files: readonly SourceText[]): readonly Step[] {
  if (files.some(({ text }) => hasProvider(text))) return []
  return [...(project.appRouter ? layoutSteps(project, files) : []), ...(project.pagesRouter ? pagesSteps(project, files) : [])]
}

/** Does it draw the provider, outside of comments and texts? */
export function hasProvider(text: string): boolean {
  return text.includes(PROVIDER) && (nodesOf(text)?.some((node) => isElement(node, PROVIDER)) ?? true)
}

function layoutSteps({ source }: Project, files: readonly SourceText[]): readonly Step[] {
  const place = new RegExp(`^${source === '' ? '' : 'src/'}app/(?:.+/)?layout\\.(?:tsx|jsx|js|ts)$`)
  const layouts = files.filter(({ path, text }) => place.test(path) && nodesOf(text)?.some((node) => isElement(node, 'html')))
  if (layouts.length === 0)
    return [{ byHand: `No layout of the app draws <html>. Put <${PROVIDER}> from '${PACKAGE}' around the <body> yourself.` }]
  return layouts.map((layout) => wrapped(layout, 'body'))
}

function pagesSteps({ source, typescript }: Project, files: readonly SourceText[]): readonly Step[] {
  const place = new RegExp(`^${source === '' ? '' : 'src/'}pages/_app\\.(?:tsx|jsx|js|ts)$`)
  const app = files.find(({ path }) => place.test(path))
  if (app !== undefined) return [wrapped(app, 'Component')]
  const path = `${source === '' ? '' : 'src/'}pages/_app.${typescript ? 'tsx' : 'js'}`
  return [{ change: { path, before: null, after: typescript ? APP_TSX : APP_JS } }]
}

function wrapped({ path, text }: SourceText, inside: string): Step {
  const after = wrapElement(text, { inside, wrapper: PROVIDER, from: PACKAGE })
  return after === null
    ? { byHand: `${path} does not have one <${inside}> that could be found. Put <${PROVIDER}> from '${PACKAGE}' around it yourself.` }
    : { change: { path, before: text, after } }
}

const APP_TSX = `import { ${PROVIDER} } from '${PACKAGE}'
import type { AppProps } from 'next/app'

export default function App({ Component, pageProps }: AppProps) {
  return (
    <${PROVIDER}>
      <Component {...pageProps} />
    </${PROVIDER}>
  )
}
`

const APP_JS = APP_TSX.replace("import type { AppProps } from 'next/app'\n", '').replace(': AppProps', '')

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
