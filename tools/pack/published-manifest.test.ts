import { expect, test } from 'vitest'
import { publishedManifest } from './published-manifest.ts'

const of = (fields: object) => publishedManifest({ name: '@latchkey/x', version: '1.0.0', ...fields })

test('sources become scripts with their declarations, and other files keep their names', () => {
  const { exports, files } = of({ exports: { '.': './src/index.ts', './card': './src/card.tsx', './styles.css': './src/styles.css' } })
  expect(exports).toEqual({
    '.': { types: './dist/index.d.ts', default: './dist/index.js' },
    './card': { types: './dist/card.d.ts', default: './dist/card.js' },
    './styles.css': './dist/styles.css',
  })
  expect(files).toEqual(['dist', 'pages'])
})

test('conditions stay in their order, types first', () => {
  const { exports } = of({ exports: { '.': { types: './src/types.ts', 'react-server': './src/server.ts', default: './src/client.ts' } } })
  expect(JSON.stringify(exports)).toBe(
    JSON.stringify({
      '.': {
        types: './dist/types.d.ts',
        'react-server': { types: './dist/server.d.ts', default: './dist/server.js' },
        default: { types: './dist/client.d.ts', default: './dist/client.js' },
      },
    }),
  )
})

test('a command becomes a script, and everything else stays as it is', () => {
  const published = of({ bin: { latchkey: './src/bin.ts' }, type: 'module', dependencies: { '@latchkey/js': '1.0.0' } })
  expect(published.bin).toEqual({ latchkey: './dist/bin.js' })
  expect(published).toMatchObject({ type: 'module', dependencies: { '@latchkey/js': '1.0.0' } })
})
