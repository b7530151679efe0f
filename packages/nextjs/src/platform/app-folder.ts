/** The folder that an app runs in, where there is a file system. Paths are relative to it. */
export interface AppFolder {
  /** Everything below a folder, files alone, with slashes; none where there is no such folder. */
  files(folder: string): readonly string[]
  /** The text of a file; `null` where there is none. */
  read(file: string): string | null
}

interface Dirent {
  readonly name: string
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

/** The part of `node:fs` that is used. */
interface FileSystem {
  readdirSync(path: string, options: { readonly withFileTypes: true }): readonly Dirent[]
  readFileSync(path: string, encoding: 'utf8'): string
  statSync(path: string): { isDirectory(): boolean }
}

interface Machine {
  getBuiltinModule?(name: string): unknown
  cwd?(): string
}

/**
 * The app's folder; `null` on the Edge runtime and in browsers. The file system is asked for by its name as text, so that no bundler
 * looks for it where there is none.
 */
export function appFolder(): AppFolder | null {
  // In development the Edge runtime does not lack what it has not: whoever reaches for it gets an error, and the page with them.
  if ('EdgeRuntime' in globalThis) return null
  const machine = (globalThis as { readonly ['process']?: Machine })['process']
  return attempt(() => {
    const fs = machine?.getBuiltinModule?.('node:fs') as FileSystem | undefined
    const home = fs === undefined ? undefined : machine?.cwd?.()
    return fs === undefined || home === undefined ? null : folderAt(fs, home)
  })
}

/** A folder of the machine. @param home its absolute path */
function folderAt(fs: FileSystem, home: string): AppFolder {
  const below = (folder: string, prefix: string): readonly string[] => {
    const entries = attempt(() => fs.readdirSync(`${home}/${folder}`, { withFileTypes: true })) ?? []
    return entries.flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      const isFolder =
        entry.isDirectory() || (entry.isSymbolicLink() && (attempt(() => fs.statSync(`${home}/${path}`).isDirectory()) ?? false))
      return isFolder ? below(path, `${prefix}${entry.name}/`) : [prefix + entry.name]
    })
  }
  return { files: (folder) => below(folder, ''), read: (file) => attempt(() => fs.readFileSync(`${home}/${file}`, 'utf8')) }
}

function attempt<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null
  }
}
