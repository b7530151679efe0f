#!/usr/bin/env node
// Runs a tool of this repository with the pinned Node, which runs TypeScript by itself: `node scripts/tool.mjs openapi`.
import { run } from './run.mjs'

const [name, ...parameters] = process.argv.slice(2)
await run(`tools/${name}/run.ts`, parameters)
