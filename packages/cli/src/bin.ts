#!/usr/bin/env node
// By its whole: Node 20 has no enableCompileCache, and would end at a name it does not have before it is told of below.
import nodeModule from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { checkoutOf, howCalled } from './how-called.ts'
import { sizeThreadPool } from './size-thread-pool.ts'

const stopped = new Promise<void>((resolve) => {
  process.once('SIGINT', () => resolve())
  process.once('SIGTERM', () => resolve())
})

// The database of Node 20 is not built in, which would be told of as one that cannot be opened.
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(`Latchkey needs Node 24 or newer, and this is ${process.versions.node}: run it with another Node.\n`)
  process.exit(1)
}

// Whoever reads has seen enough, such as head: not a failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

sizeThreadPool(process.env)

// What Node compiled is kept for the next call, so the rest is loaded after this. Where it cannot be written, nothing is kept.
nodeModule.enableCompileCache(
  process.env.NODE_COMPILE_CACHE ?? join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'latchkey', 'compiled'),
)
const { main } = await import('./program.ts')

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await lines.question(question)
  } finally {
    lines.close()
  }
}

process.exitCode = await main(process.argv.slice(2), {
  environment: process.env,
  cwd: process.cwd(),
  command: howCalled(import.meta.filename),
  checkout: checkoutOf(import.meta.filename),
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  ask: process.stdin.isTTY && process.stdout.isTTY ? ask : null,
  stopped,
})
