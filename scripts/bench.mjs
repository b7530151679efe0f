// `npm run bench`: installs what is missing, then measures. Plain JavaScript, for whatever Node is there.
import { run } from './run.mjs'

await run('benchmarks/run.ts', process.argv.slice(2))
