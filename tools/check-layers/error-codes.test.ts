import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ERRORS } from '@latchkey/protocol'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

test('every code of the error table is answered somewhere: one that is not promises a refusal that nobody makes', () => {
  const files = globSync('packages/{server,backend,nextjs,js,ui,cli}/src/**/*.{ts,tsx}', { cwd: root })
  const product = files.filter((file) => !/\.test\.tsx?$|\/testing\//.test(file)).map((file) => readFileSync(join(root, file), 'utf8'))
  const text = product.join('\n')
  expect(Object.keys(ERRORS).filter((code) => !text.includes(`'${code}'`) && !text.includes(`  ${code}:`))).toEqual([])
})
