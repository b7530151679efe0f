import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Gallery } from './build.ts'

/** The gallery on a port of its own: `/<story>?theme=…`, with `reset` a page that resets everything. */
export async function serveGallery(gallery: Gallery): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gallery')
    const name = pathname.slice(1)
    const script = gallery.scripts.get(name)
    if (script !== undefined) return response.setHeader('content-type', 'text/javascript').end(script)
    if (!gallery.list.some((story) => story.name === name)) return response.writeHead(404).end()
    response.setHeader('content-type', 'text/html').end(
      gallery.render(name, searchParams.get('theme') ?? 'light', {
        reset: searchParams.has('reset'),
        marked: searchParams.has('marked'),
      }),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}
