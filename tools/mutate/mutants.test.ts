import { describe, expect, it } from 'vitest'
import { findMutants } from './mutants.ts'

const texts = (source: string) => findMutants(source).map((mutant) => mutant.text)

describe('findMutants', () => {
  it.each([
    ['const a = b === c', ['const a = b !== c']],
    ['const a = b !== c', ['const a = b === c']],
    ['const a = b < c', ['const a = b <= c', 'const a = b >= c']],
    ['const a = b <= c', ['const a = b < c', 'const a = b > c']],
    ['const a = b > c', ['const a = b >= c', 'const a = b <= c']],
    ['const a = b >= c', ['const a = b > c', 'const a = b < c']],
    ['const a = b && c', ['const a = b || c', 'const a = (b)', 'const a = (c)']],
    ['const a = b || c', ['const a = b && c', 'const a = (b)', 'const a = (c)']],
    ['const a = b ?? c', ['const a = (b)', 'const a = (c)']],
    ['const a = !b', ['const a = (b)']],
    ['if (a) b()', ['if ((true)) b()', 'if ((false)) b()']],
    ['const a = b ? c : d', ['const a = (true) ? c : d', 'const a = (false) ? c : d']],
    ['const a: A<B> = b as C & D | E', []],
    ['const a = b + c - -d', []],
    ['const a = "b === c" // d && e', []],
    ['const a = /b|c/.exec(`${d} < e`)', []],
    ['const a = b /* === */ === c', ['const a = b /* !== */ === c']],
  ])('%s', (source, expected) => expect(texts(source)).toEqual(expected))

  it('goes into functions, lists and template holes, and says where', () => {
    const source = 'const a = [\n  (b: B) => `${b < 1}`,\n]\nexport function c() {\n  return !d\n}\n'
    expect(findMutants(source).map(({ at, label }) => `${at} ${label}`)).toEqual(['2:18 < → <=', '2:18 < → >=', '5:10 ! → nothing'])
  })

  it('makes the same fault once', () => {
    expect(texts('if (!a) b()')).toEqual(['if ((true)) b()', 'if ((false)) b()', 'if ((a)) b()'])
    expect(texts('const a = b || b')).toEqual(['const a = b && b', 'const a = (b)'])
  })
})
