#!/usr/bin/env node
import { main } from './main.ts'
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

sizeThreadPool(process.env)

process.exitCode = await main(process.argv.slice(2), {
  environment: process.env,
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  stopped,
})
