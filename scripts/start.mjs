// `npm start`: installs what is missing, then runs the development server and the demo. Plain JavaScript, for whatever Node is there.
import { run } from './run.mjs'

await run('scripts/start/start.ts', process.argv.slice(2))
