import { expect, test } from 'vitest'
import type { Manifest } from './published-manifest.ts'
import { importInside, needs, selfContainedManifest } from './self-contained.ts'

const scoped = (name: string, fields: object): [string, Manifest] => [name, { name: `@latchkey/${name}`, version: '1.0.0', ...fields }]

const manifests = new Map([
  scoped('protocol', { exports: { '.': './src/index.ts' } }),
  scoped('backend', {
    exports: { '.': { types: './src/index.ts', node: './src/index.node.ts', default: './src/index.ts' } },
    dependencies: { '@latchkey/protocol': '1.0.0', pg: '8.0.0' },
  }),
  scoped('ui', { exports: { '.': './src/index.ts', './styles.css': './src/styles.css' }, dependencies: { '@latchkey/protocol': '1.0.0' } }),
  scoped('nextjs', {
    exports: { '.': './src/index.ts' },
    imports: { '#styles': { module: '@latchkey/ui/styles.css', default: './src/no-styles.ts' } },
    dependencies: { '@latchkey/backend': '1.0.0', '@latchkey/ui': '1.0.0', zod: '4.0.0' },
    peerDependencies: { next: '>=15' },
  }),
])

test('what is needed by way of others is needed, too', () => {
  expect(needs('nextjs', manifests)).toEqual(['backend', 'protocol', 'ui'])
  expect(needs('protocol', manifests)).toEqual([])
})

test('a package names what it brings along by subpath imports, and depends on nothing of this repository', () => {
  const { imports, dependencies, peerDependencies, files } = selfContainedManifest('nextjs', manifests)
  expect(imports).toEqual({
    '#latchkey/protocol': { types: './vendor/protocol/dist/index.d.ts', default: './vendor/protocol/dist/index.js' },
    '#latchkey/backend': {
      types: './vendor/backend/dist/index.d.ts',
      node: { types: './vendor/backend/dist/index.node.d.ts', default: './vendor/backend/dist/index.node.js' },
      default: { types: './vendor/backend/dist/index.d.ts', default: './vendor/backend/dist/index.js' },
    },
    '#latchkey/ui': { types: './vendor/ui/dist/index.d.ts', default: './vendor/ui/dist/index.js' },
    '#latchkey/ui/styles.css': './vendor/ui/dist/styles.css',
    '#styles': { module: './vendor/ui/dist/styles.css', default: './dist/no-styles.js' },
  })
  expect(dependencies).toEqual({ pg: '8.0.0', zod: '4.0.0' })
  expect(peerDependencies).toEqual({ next: '>=15' })
  expect(files).toContain('vendor')
})

test('a package that needs none stays as it is', () => {
  const manifest = selfContainedManifest('protocol', manifests)
  expect(manifest).not.toHaveProperty('imports')
  expect(manifest).not.toHaveProperty('dependencies')
})

test.each([
  [`import { a } from '@latchkey/ui'`, `import { a } from '#latchkey/ui'`],
  [`export * from "@latchkey/ui";`, `export * from "#latchkey/ui";`],
  [`import '@latchkey/ui/styles.css'`, `import '#latchkey/ui/styles.css'`],
  [`type A = import("@latchkey/protocol").A`, `type A = import("#latchkey/protocol").A`],
  [`await import('@latchkey/ui')`, `await import('#latchkey/ui')`],
  [`import { a } from '@latchkey/elsewhere'`, `import { a } from '@latchkey/elsewhere'`],
  [`throw new Error("import it from '@latchkey/nextjs/server'")`, `throw new Error("import it from '@latchkey/nextjs/server'")`],
])('%s', (text, expected) => {
  expect(importInside(text, ['ui', 'protocol'])).toBe(expected)
})
