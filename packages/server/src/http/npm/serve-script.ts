import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../domain/refusal.ts'
import type { HttpContext } from '../context.ts'
import { file, redirect, type Reply } from '../reply/reply.ts'

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

/** A file of one of Clerk's browser packages, as a URL asks for it. */
export interface ScriptRequest {
  readonly name: '@clerk/clerk-js' | '@clerk/ui'
  /** A version, the beginning of one (`6`, `6.40`), or a tag. */
  readonly version: string
  /** Path inside the package, below `dist/`. */
  readonly file: string
}

/** Reads the part of a URL after `/npm/`; `null` for anything but a plain path to a file in `dist/`. */
export function parseScriptRequest(path: string): ScriptRequest | null {
  const match = /^(@clerk\/(?:clerk-js|ui))@(\w[\w.-]{0,63})\/(dist(?:\/[\w-][\w.-]*)+)$/.exec(path)
  return match === null ? null : { name: match[1] as ScriptRequest['name'], version: match[2]!, file: match[3]! }
}

/** A package that lies ready to be served. */
interface StoredPackage {
  readonly name: string
  readonly version: string
  readonly folder: string
}

/** The packages in a folder's `node_modules`, known by what they call themselves: several versions lie there under names of their own. */
function storedPackages(home: string): readonly StoredPackage[] {
  const modules = join(home, 'node_modules')
  return folders(modules)
    .flatMap((name) => (name.startsWith('@') ? folders(join(modules, name)).map((inner) => join(name, inner)) : [name]))
    .flatMap((name) => readPackage(join(modules, name)))
}

/** The package that a version, the beginning of one, or `latest` means: the highest that fits. */
function pickPackage(stored: readonly StoredPackage[], name: string, version: string): StoredPackage | null {
  const fits = stored.filter(
    (one) => one.name === name && (version === 'latest' || one.version === version || one.version.startsWith(`${version}.`)),
  )
  return fits.toSorted((a, b) => compare(b.version, a.version))[0] ?? null
}

function folders(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

function readPackage(folder: string): StoredPackage[] {
  try {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: unknown; version?: unknown }
    return typeof name === 'string' && typeof version === 'string' ? [{ name, version, folder }] : []
  } catch {
    return []
  }
}

/** A release comes after its own pre-releases. @see Semantic Versioning 2.0, section 11 */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('-', 1)[0]!.split('.').map(Number))
  for (const [i, part] of left!.entries()) if (part !== right![i]) return part - (right![i] ?? 0)
  if (a.includes('-') !== b.includes('-')) return a.includes('-') ? -1 : 1
  return a < b ? -1 : 1
}
