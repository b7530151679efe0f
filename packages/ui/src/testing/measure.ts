import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

/** Compressed sizes of a sign-in page's scripts, in bytes, React itself left out. */
export interface Sizes {
  readonly all: number
  /** This package alone. */
  readonly ui: number
  /** What is fetched only when it is opened. */
  readonly later: number
}

/** Builds a page with sign-in, sign-up and the user's button as it would be published, and weighs it. */
export async function measure(): Promise<Sizes> {
  const [all, ui] = await Promise.all([weigh([/^react(-dom)?(\/|$)/]), weigh([/^react(-dom)?(\/|$)/, /^@latchkey\/(js|react)$/])])
  return { all: all.first, ui: ui.first, later: all.later }
}

async function weigh(external: RegExp[]): Promise<{ readonly first: number; readonly later: number }> {
  const build = await rolldown({
    input: join(import.meta.dirname, 'sign-in-page.tsx'),
    platform: 'browser',
    external,
    // As in an app, nobody imports from the entry but what it fetches later.
    preserveEntrySignatures: 'allow-extension',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    treeshake: { moduleSideEffects: false },
    logLevel: 'silent',
  })
  const { output } = await build.generate({ format: 'esm', minify: true })
  await build.close()
  const chunks = output.filter((part) => part.type === 'chunk')
  const atOnce = new Set<string>()
  // What the entry imports comes with it, however the bundler has cut the code.
  const take = (name: string) => {
    const chunk = chunks.find(({ fileName }) => fileName === name)
    if (chunk === undefined || atOnce.has(name)) return
    atOnce.add(name)
    chunk.imports.forEach(take)
  }
  chunks.filter(({ isEntry }) => isEntry).forEach(({ fileName }) => take(fileName))
  let [first, later] = [0, 0]
  for (const { code, fileName } of chunks) {
    const size = gzipSync(code, { level: 9 }).length
    if (atOnce.has(fileName)) first += size
    else later += size
  }
  return { first, later }
}

if (import.meta.main) console.log(await measure())
