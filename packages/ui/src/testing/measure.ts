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
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    treeshake: { moduleSideEffects: false },
    logLevel: 'silent',
  })
  const { output } = await build.generate({ format: 'esm', minify: true })
  await build.close()
  let [first, later] = [0, 0]
  for (const part of output) {
    if (part.type !== 'chunk') continue
    const size = gzipSync(part.code, { level: 9 }).length
    if (part.isEntry) first += size
    else later += size
  }
  return { first, later }
}

if (import.meta.main) console.log(await measure())
