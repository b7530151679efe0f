import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../domain/refusal.ts'
import type { HttpContext } from '../context.ts'
import { file, redirect, type Reply } from '../reply/reply.ts'
import { parseScriptRequest } from './script-request.ts'
import { pickPackage, type StoredPackage, storedPackages } from './stored-packages.ts'

const types: { readonly [extension: string]: string } = {
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
}

const stored = new WeakMap<HttpContext, readonly StoredPackage[]>()

/**
 * Clerk's browser scripts, from packages installed next to the server; what is not there is fetched from the mirror, as
 * we ship none of them. An exact version never changes, the newest of a major one does.
 * @param path the part of the URL after `/npm/`
 * @throws Refusal `endpoint_not_found`
 */
export async function serveScript(context: HttpContext, path: string): Promise<Reply> {
  const asked = parseScriptRequest(path)
  if (asked === null) throw new Refusal('endpoint_not_found')
  const found = pickPackage(packagesOf(context), asked.name, asked.version)
  const content = found === null ? null : await readFile(join(found.folder, asked.file)).catch(() => null)
  if (found === null) return redirect(`${context.scriptMirror}/${path}`)
  if (content === null) throw new Refusal('endpoint_not_found')
  const type = types[asked.file.split('.').at(-1)!] ?? 'application/octet-stream'
  const forHowLong = found.version === asked.version ? 'max-age=31536000, immutable' : 'max-age=600'
  return file(content, type, { headers: { 'Cache-Control': `public, ${forHowLong}` } })
}

/** Looked for once: packages come and go with the installation, not while the server runs. */
function packagesOf(context: HttpContext): readonly StoredPackage[] {
  const known = stored.get(context)
  if (known !== undefined) return known
  const found = context.clerkScripts === null ? [] : storedPackages(context.clerkScripts)
  stored.set(context, found)
  return found
}
