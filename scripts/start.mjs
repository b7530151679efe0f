// `npm start`: installs what is missing, then runs the development server. Plain JavaScript, for whatever Node is there.
import { run } from './run.mjs'

await run('packages/cli/src/bin.ts', ['dev', ...process.argv.slice(2)])
