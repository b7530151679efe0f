// `npm run pack`: compiles the packages and packs them as they would be published. Plain JavaScript, for whatever Node is there.
import { run } from './run.mjs'

await run('tools/pack/run.ts', process.argv.slice(2))
