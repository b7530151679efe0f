/** Where a file stands, as far as the rules care. */
export interface Place {
  /** The folder below `packages/`. */
  readonly pack: string
  /** In the server the layer (`flows`, `server.ts`), elsewhere the package again: what the tables of `arrows.ts` are keyed by. */
  readonly layer: string
  /** The folders and file below the layer: `['email-code', 'attempt.ts']`. */
  readonly inside: readonly string[]
  /** Tests and what only they use (a folder called `testing`) may import whatever they need. */
  readonly test: boolean
  /** The bin of a package, and `platform/` in one that has no layers: the places besides the server's `platform` that meet the machine. */
  readonly bin: boolean
}

/** The place of a file, `null` when it is in no package. */
export function placeOf(path: string): Place | null {
  const [, pack, rest] = /^packages\/([^/]+)\/src\/(.+)$/.exec(path) ?? []
  if (pack === undefined || rest === undefined) return null
  const [first = '', ...others] = rest.split('/')
  const inServer = pack === 'server'
  return {
    pack,
    layer: inServer ? first : pack,
    inside: inServer ? others : [first, ...others],
    test: /\.test\.tsx?$/.test(rest) || rest.split('/').includes('testing'),
    bin: /^bin(\.|-|\/|$)/.test(rest) || (!inServer && first === 'platform'),
  }
}
