import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importersOf } from './importers.ts'

test('whatever reaches a file depends on it, through others, by whichever kind of import, and in a circle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-importers-'))
  const at = (name: string) => join(folder, name)
  const write = (name: string, text: string) => writeFileSync(at(name), text)
  write('leaf.ts', "import picture from './picture.svg'\nimport { other } from 'elsewhere'\n")
  write('middle.ts', "export * from './leaf.ts'\nimport './circle.ts'\n")
  write('circle.ts', "import type { Middle } from './middle.ts'\n")
  write('lazy.ts', "const leaf = await import('./leaf.ts')\n")
  write('one.test.ts', "import {\n  middle,\n} from './middle.ts'\n")
  write('two.test.ts', "import { lazy } from './lazy.ts'\n")
  write('three.test.ts', "import { expect } from 'vitest'\n")
  const importers = importersOf(['one.test.ts', 'two.test.ts', 'three.test.ts'].map(at))
  const names = (file: string) => [...importers(at(file))].map((path) => path.slice(folder.length + 1)).toSorted()
  expect(names('leaf.ts')).toEqual(['circle.ts', 'lazy.ts', 'leaf.ts', 'middle.ts', 'one.test.ts', 'two.test.ts'])
  expect(names('lazy.ts')).toEqual(['lazy.ts', 'two.test.ts'])
  expect(names('circle.ts')).toEqual(['circle.ts', 'middle.ts', 'one.test.ts'])
})
