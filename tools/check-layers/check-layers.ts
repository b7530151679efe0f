import { checkArrows } from './check-arrows.ts'
import { checkCycles } from './check-cycles.ts'
import { checkMachine } from './check-machine.ts'
import { checkNames } from './check-names.ts'
import { checkPackages } from './check-packages.ts'
import type { Offence, SourceFile } from './source-file.ts'

/** Everything in these files that is against the rules of `arrows.ts`, file by file. */
export function checkLayers(files: readonly SourceFile[]): readonly Offence[] {
  const rules = [checkArrows, checkPackages, checkNames, checkMachine]
  return [...files.flatMap((file) => rules.flatMap((rule) => rule(file))), ...checkCycles(files)]
}
