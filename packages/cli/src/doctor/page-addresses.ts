import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Project } from '../app/read-project.ts'

/** The value that a part of an address gets that varies. */
const INVENTED = 'latchkey-invented'

/** Addresses of the pages of an app, by what lies in its folders; a part that varies has an invented value. */
export function pageAddresses({ folder, source }: Pick<Project, 'folder' | 'source'>): readonly string[] {
  const files = (kind: string) => {
    const top = join(folder, source, kind)
    return existsSync(top) ? readdirSync(top, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')) : []
  }
  return [...new Set([...files('app').flatMap(ofApp), ...files('pages').flatMap(ofPages)])].toSorted()
}

function ofApp(file: string): readonly string[] {
  const parts = file.split('/')
  if (!/^page\.(?:[jt]sx?|mdx?)$/.test(parts.pop()!)) return []
  // Folders with an underscore are no routes, and what is shown in the place of others has an address of its own besides.
  if (parts.some((part) => part.startsWith('_') || /^\(\.+\)/.test(part))) return []
  return [address(parts.filter((part) => !/^\(.*\)$|^@/.test(part)))]
}

function ofPages(file: string): readonly string[] {
  const end = /\.(?:[jt]sx?|mdx?)$/
  if (!end.test(file) || /^(?:api\/|(?:_app|_document|_error|404|500)\.)/.test(file)) return []
  return [
    address(
      file
        .replace(end, '')
        .split('/')
        .filter((part, at, all) => part !== 'index' || at < all.length - 1),
    ),
  ]
}

const address = (parts: readonly string[]) =>
  `/${parts.map((part) => (part.startsWith('[') ? INVENTED : part.replace(/^%5f/i, '_'))).join('/')}`
