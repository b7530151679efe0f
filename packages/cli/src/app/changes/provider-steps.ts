import type { Project } from '../read-project.ts'
import type { SourceText } from '../source-files.ts'
import type { Step } from './change.ts'
import { isElement, nodesOf } from './jsx.ts'
import { wrapElement } from './wrap-element.ts'

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
