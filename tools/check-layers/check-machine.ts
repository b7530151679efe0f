import { Visitor } from 'rolldown/utils'
import { MACHINE } from './arrows.ts'
import { importsOf } from './imports.ts'
import { placeOf } from './place.ts'
import type { Offence, SourceFile } from './source-file.ts'

const CHANCE = /^(random|getRandomValues|webcrypto)/

/** Ways to the clock, to chance and to the environment that the linter has no rule for; it knows the others. */
export function checkMachine(file: SourceFile): readonly Offence[] {
  const place = placeOf(file.path)
  if (!place || place.test || place.bin || MACHINE.includes(place.layer)) return []
  const offences: Offence[] = []
  const add = (line: number, message: string) => offences.push({ file: file.path, line, message })
  for (const { specifier, names, line } of importsOf(file)) {
    const chance = specifier === 'node:crypto' ? names.filter((name) => CHANCE.test(name)) : []
    for (const name of chance) add(line, `${name}: take chance from platform/`)
    if (specifier === 'node:process' && names.includes('env')) add(line, 'the environment is read in bin files only')
  }
  new Visitor({
    NewExpression: (node) => {
      const now = isDate(node.callee) && node.arguments.length === 0
      if (now) add(file.lineOf(node.start), 'new Date() reads the clock: take it from platform/')
    },
    CallExpression: (node) => {
      if (isDate(node.callee)) add(file.lineOf(node.start), 'Date() reads the clock: take it from platform/')
    },
  }).visit(file.program)
  return offences
}

const isDate = (node: { type: string; name?: unknown }) => node.type === 'Identifier' && node.name === 'Date'
