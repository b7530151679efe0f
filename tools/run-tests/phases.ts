import { browserPhase } from './browser-phase.ts'
import { e2ePhases } from './e2e-phases.ts'
import type { Phase } from './phase.ts'
import { toolPhase } from './tool-phase.ts'
import { typesPhase } from './types-phase.ts'
import { unitPhase } from './unit-phase.ts'

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
    { ...toolPhase('mutants', 'every decision of the pure layers broken once', 'tools/mutate/run.ts'), beside: true },
    ...e2ePhases(root),
  ]
}
