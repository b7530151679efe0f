import { main } from '../program.ts'
import type { Terminal } from '../terminal.ts'

/** What a command line did. */
export interface Outcome {
  readonly code: number
  /** Standard output, line by line as it was printed. */
  readonly said: readonly string[]
  readonly complained: readonly string[]
}

/** Runs a command line in this process, with nobody to ask unless told otherwise. */
export async function runLatchkey(args: readonly string[], terminal: Partial<Terminal> = {}): Promise<Outcome> {
  const said: string[] = []
  const complained: string[] = []
  const code = await main(args, {
    environment: {},
    cwd: '/',
    command: 'latchkey',
    checkout: null,
    print: (text) => void said.push(text),
    complain: (text) => void complained.push(text),
    ask: null,
    stopped: Promise.resolve(),
    ...terminal,
  })
  return { code, said, complained }
}
