import type { Environment, Snapshot } from '@latchkey/js'
import type { ReactNode } from 'react'
import type { FakeLatchkey, FakeOptions } from '../fake-latchkey.ts'

/** One picture of the gallery: a component in one state. */
export interface Story {
  readonly environment?: Environment
  /** Drawn on the server, and taken over in the browser. */
  readonly element: (environment: Environment) => ReactNode
  /** Query and hash of its page. */
  readonly at?: string
  /** What the server would answer, which may change with what is done. */
  readonly known?: Partial<Snapshot> | ((latchkey: FakeLatchkey) => Partial<Snapshot>)
  readonly methods?: FakeOptions['methods']
  /** What somebody does on the page to get there. */
  readonly play?: (latchkey: FakeLatchkey) => Promise<void>
  /** It may move by itself: the server stays away, which nobody can make room for beforehand. */
  readonly moves?: true
  /** What `data-state` says in the end; a selector for what is no card. */
  readonly ends: string
}
