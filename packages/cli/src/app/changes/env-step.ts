import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withEnvBlock, withoutOtherLines } from '../../env-file/env-file.ts'
import type { Step } from './change.ts'

/** The keys in the app's `.env.local`. */
export function envStep(folder: string, block: string): Step | null {
  const file = join(folder, '.env.local')
  const before = existsSync(file) ? readFileSync(file, 'utf8') : null
  const after = withEnvBlock(withoutOtherLines(before ?? '', block), block)
  return after === before ? null : { change: { path: '.env.local', before, after, secret: true } }
}
