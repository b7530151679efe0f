import type { AppFolder } from '../platform/app-folder.ts'
import { basePath } from '../platform/base-path.ts'
import { readEnvironment } from '../platform/environment.ts'
import { endsInSlash, hasLanguages } from '../platform/next.ts'

/** What `next.config` says of where pages are, as far as it is known here. */
export interface Moved {
  /** Below which path the whole app is, `''` for none. */
  readonly basePath: string
  /** Addresses begin with a language (`i18n`), the usual one left out or not. */
  readonly hasLanguages: boolean
  /** Addresses end in a slash, and Next.js sends everybody to those who asks for another. */
  readonly endsInSlash: boolean
  /** Addresses that show what is at another one. */
  readonly rewrites: readonly Rewrite[]
}

/** A rule by which an address shows what is at another. */
export interface Rewrite {
  /** As it is written: `/r/:path*`. */
  readonly source: string
  /** Another page of this app, and no other server. */
  readonly within: boolean
  /** Does the rule take this path? It is one without base path and language. */
  takes(path: string): boolean
}

interface Rule {
  readonly source: string
  readonly destination: string
  readonly regex: string
}

interface Manifest {
  readonly basePath?: string
  readonly i18n?: { readonly locales: readonly string[] }
  readonly rewrites?: readonly Rule[] | { readonly [when: string]: readonly Rule[] }
}

/** Reads what the build has noted, before it renders any page. While an app is worked on nothing is noted, and rewrites are not known. */
export function readMoved(folder: AppFolder): Moved {
  const text = readEnvironment().development ? null : folder.read('.next/routes-manifest.json')
  if (text === null) return { basePath, hasLanguages, endsInSlash, rewrites: [] }
  const manifest = JSON.parse(text) as Manifest
  const rules = Object.values(manifest.rewrites ?? {}).flat() as readonly Rule[]
  return {
    basePath: manifest.basePath ?? basePath,
    hasLanguages: manifest.i18n !== undefined || hasLanguages,
    endsInSlash,
    rewrites: rules.map((rule) => rewriteOf(rule, manifest)),
  }
}

const LANGUAGE = /^\/:nextInternalLocale\([^)]*\)/

function rewriteOf({ source, destination, regex }: Rule, { basePath: base = '', i18n }: Manifest): Rewrite {
  const below = source.startsWith(base) ? source.slice(base.length) : source
  const language = LANGUAGE.test(below) ? `/${i18n?.locales[0] ?? ''}` : ''
  const expression = new RegExp(regex)
  return {
    source: below.replace(LANGUAGE, '') || '/',
    within: destination.startsWith('/'),
    takes: (path) => expression.test(base + language + path),
  }
}
