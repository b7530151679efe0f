import { browserPhase } from './browser-phase.ts'
import { command } from './command.ts'
import { e2ePhases } from './e2e-phases.ts'
import { type Phase, verdict } from './phase.ts'
import { quickPhase, unitPhase } from './unit-phase.ts'

/** Everything `npm test` does, in its order. */
export function phases(root: string): readonly Phase[] {
  return [
    browserPhase,
    typesPhase,
    toolPhase('lint', 'oxlint, with types', 'node_modules/oxlint/bin/oxlint', '--deny-warnings'),
    toolPhase('format', 'oxfmt finds nothing to change; `npx oxfmt` changes it', 'node_modules/oxfmt/bin/oxfmt', '--check'),
    toolPhase('layers', 'arrows between packages and layers, import cycles, strategy names', 'tools/check-layers/run.ts'),
    toolPhase('pages', 'builds the hosted pages', 'tools/pages/run.ts'),
    unitPhase,
    {
      ...toolPhase('experiment', 'adds an identifier, a second factor and a remote strategy to a copy', 'tools/experiment/run.ts'),
      beside: true,
    },
    { ...toolPhase('mutants', 'every decision of the pure layers broken once', 'tools/mutate/run.ts'), beside: true },
    ...e2ePhases(root),
  ]
}

/** What `npm run check` does for every save: what is quick of the same. */
export function quickPhases(root: string): readonly Phase[] {
  const still = phases(root).filter(({ name }) => ['types', 'lint', 'format', 'layers'].includes(name))
  return [quickPhase, ...still.map((phase) => ({ ...phase, beside: true as const }))]
}

/** Everything as it is compiled here, then what apps get as they compile it. */
const PROJECTS = ['.', 'tools/types/next-app.json', 'tools/types/browser-app.json']

/**
 * TypeScript over everything, and once more over the packages with the libraries that apps have: a declaration that is fine here can
 * meet another one there.
 */
const typesPhase: Phase = {
  name: 'types',
  about: 'TypeScript over everything, and over the packages as apps compile them',
  run: async () => {
    for (const project of PROJECTS) {
      const code = await command(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], { limit: 30 })
      if (code !== 0) return verdict(false)
    }
    return verdict(true)
  },
}

/** A phase that runs one of our tools with this Node and holds when the tool says so. */
function toolPhase(name: string, about: string, script: string, ...parameters: readonly string[]): Phase {
  return { name, about, run: async () => verdict((await command(process.execPath, [script, ...parameters], { limit: 30 })) === 0) }
}
