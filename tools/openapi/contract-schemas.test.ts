import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { contractSchemas, STORED } from './contract-schemas.ts'

const root = resolve(import.meta.dirname, '../..')

test('the stored schemas are those of the contracts; if not, run: npm run openapi', () => {
  expect(JSON.parse(readFileSync(join(root, STORED), 'utf8'))).toEqual(JSON.parse(JSON.stringify(contractSchemas(root))))
}, 60_000)
