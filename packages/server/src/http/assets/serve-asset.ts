import { readFile } from 'node:fs/promises'
import { Refusal } from '../../domain/refusal.ts'
import type { Handler, PublicRequest } from '../handler.ts'
import { file } from '../reply/reply.ts'

const types: { readonly [extension: string]: string } = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  map: 'application/json',
}

/**
 * A script or a style of the hosted pages. What is in it is named by its name, so it is kept for good.
 * @throws Refusal `resource_not_found`
 */
export const serveAsset: Handler<PublicRequest> = async ({ assets }, { params }) => {
  const name = params.name!
  const type = types[/[._]([a-z0-9]+)$/.exec(name)?.[1] ?? '']
  const path = type === undefined ? null : (assets?.pathOf(name) ?? null)
  const content = path === null ? null : await readFile(path).catch(() => null)
  if (content === null) throw new Refusal('resource_not_found')
  return file(content, type!, { headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } })
}
