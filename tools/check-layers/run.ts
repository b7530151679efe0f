import { fileURLToPath } from 'node:url'
import { checkLayers } from './check-layers.ts'
import { readFiles } from './source-file.ts'

const files = readFiles(fileURLToPath(new URL('../..', import.meta.url)))
const offences = checkLayers(files)
for (const { file, line, message } of offences) console.error(`${file}:${line} ${message}`)
console.log(`${files.length} files checked, ${offences.length} offences.`)
// A check that looked at nothing has not passed.
if (offences.length > 0 || files.length === 0) process.exitCode = 1
