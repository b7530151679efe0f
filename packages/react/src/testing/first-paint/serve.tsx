import { createLatchkey } from '@latchkey/js'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { renderToString } from 'react-dom/server'
import { rolldown } from 'rolldown'
import { clientJson, sessionJson } from '../../../../js/src/testing/client-json.ts'
import { FirstPaintPage } from './page.tsx'

/** How late the page's script comes, in milliseconds: several frames after the HTML. */
const scriptDelay = 250

/** What an app has in the components' style sheet, and one element that is higher than its like. */
const styles = `${readFileSync(join(import.meta.dirname, '../../hint/branches.css'), 'utf8')} .tall { height: 120px }`

/** The page's script. */
async function bundle(mode: 'development' | 'production'): Promise<string> {
  const build = await rolldown({
    input: `${import.meta.dirname}/browser.tsx`,
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': JSON.stringify(mode) } },
    logLevel: 'silent',
  })
  const { output } = await build.generate({ format: 'iife' })
  await build.close()
  return output[0].code
}

/**
 * Serves the same static HTML to everybody; the query chooses a policy (`csp`) and a nonce. Who is signed in for the API is what
 * the cookie `session` says, whatever the hint says.
 */
export async function serveFirstPaint(): Promise<{ readonly origin: string; close(): void }> {
  const script = await bundle('development')
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://page')
    if (pathname === '/page.js') {
      await setTimeout(scriptDelay)
      return response.setHeader('content-type', 'text/javascript').end(script)
    }
    if (pathname === '/__latchkey/v1/client') {
      const client = /session=yes/.test(request.headers.cookie ?? '') ? clientJson([sessionJson()]) : null
      return response.setHeader('content-type', 'application/json').end(JSON.stringify({ response: client, client }))
    }
    if (pathname === '/__latchkey/v1/client/sessions') {
      return response.setHeader('content-type', 'application/json').end(JSON.stringify({ response: null, client: null }))
    }
    if (pathname === '/branches.css') return response.setHeader('content-type', 'text/css').end(styles)
    if (pathname !== '/') return response.writeHead(404).end()
    const nonce = searchParams.get('nonce') ?? undefined
    const latchkey = createLatchkey({ publishableKey: 'pk_test_x', baseUrl: '/__latchkey', hintCookie: 'hint' })
    const html = renderToString(<FirstPaintPage latchkey={latchkey} nonce={nonce} />)
    const tag = `<script async src="/page.js"${nonce === undefined ? '' : ` nonce="${nonce}"`}></script>`
    const csp = searchParams.get('csp')
    if (csp !== null) response.setHeader('content-security-policy', csp)
    response.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html>${html.replace('</head>', `${tag}</head>`)}`)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
