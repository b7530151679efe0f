import { expect, test } from 'vitest'
import { namedFiles } from './named-files.ts'

test('every file with an error is named once', () => {
  const output = [
    "packages/a/src/one.ts(3,1): error TS2741: Property 'x' is missing",
    '  in what it says further',
    'packages/a/src/one.ts(9,1): error TS2322: Type',
    'packages/b/src/two.ts(1,2): error TS1360: Type',
  ].join('\n')
  expect(namedFiles(output)).toEqual(['packages/a/src/one.ts', 'packages/b/src/two.ts'])
  expect(namedFiles('')).toEqual([])
})
