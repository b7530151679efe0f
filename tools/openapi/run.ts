import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { contractSchemas, STORED } from './contract-schemas.ts'

// Writes the JSON schemas of the contracts anew: node tools/openapi/run.ts
const root = resolve(import.meta.dirname, '../..')
writeFileSync(join(root, STORED), `${JSON.stringify(contractSchemas(root), null, 2)}\n`)
execFileSync(process.execPath, [join(root, 'node_modules/oxfmt/bin/oxfmt'), STORED], { cwd: root, stdio: 'inherit' })
