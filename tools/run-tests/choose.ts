import type { Phase } from './phase.ts'

/**
 * The phases that `--only` names, in their order. `e2e` stands for all suites below it.
 * @throws when a name is no phase's
 */
export function choose(phases: readonly Phase[], only: string | undefined): readonly Phase[] {
  if (only === undefined) return phases
  const names = only.split(',')
  const means = (name: string, phase: Phase) => phase.name === name || phase.name.startsWith(`${name}/`)
  const unknown = names.find((name) => !phases.some((phase) => means(name, phase)))
  if (unknown !== undefined) throw new Error(`There is no phase "${unknown}": choose among ${phases.map(({ name }) => name).join(', ')}.`)
  return phases.filter((phase) => names.some((name) => means(name, phase)))
}
