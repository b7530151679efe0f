// `npm run build`: installs what is missing, then bundles the server. Plain JavaScript, for whatever Node is there.
import { run } from './run.mjs'

await run('tools/bundle/run.ts', process.argv.slice(2))
