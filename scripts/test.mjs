// `npm test`: installs what is missing, then runs every check there is. Plain JavaScript, for whatever Node is there.
import { run } from './run.mjs'

await run('tools/run-tests/run.ts', process.argv.slice(2))
