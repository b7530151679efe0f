import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change, Step } from '../app/changes/change.ts'
import { withHeader } from '../app/changes/header-step.ts'
import { nextConfigStep } from '../app/changes/next-config-step.ts'
import { providerSteps } from '../app/changes/provider-steps.ts'
import { proxyStep } from '../app/changes/proxy-step.ts'
import type { Project } from '../app/read-project.ts'
import { sourceFiles } from '../app/source-files.ts'
import { withEnvBlock, withoutOtherLines } from '../env-file/env-file.ts'

/** What is to be done to an app. */
export interface Plan {
  readonly changes: readonly Change[]
  /** Sentences, each a step that only the app's author can take. */
  readonly byHand: readonly string[]
}

/** What an app lacks. Nothing, when all is there. */
export function planSetUp(project: Project, { envBlock, header }: { readonly envBlock: string; readonly header: boolean }): Plan {
  const files = sourceFiles(project)
  const provider = providerSteps(project, files)
  const steps: readonly (Step | null)[] = [
    proxyStep(project, files),
    ...(header ? provider.map(headed) : provider),
    nextConfigStep(project, files),
    envStep(project.folder, envBlock),
  ]
  return {
    changes: steps.flatMap((step) => (step !== null && 'change' in step ? [step.change] : [])),
    byHand: steps.flatMap((step) => (step !== null && 'byHand' in step ? [step.byHand] : [])),
  }
}

function headed(step: Step): Step {
  return 'change' in step ? { change: withHeader(step.change) } : step
}

/** The keys in the app's `.env.local`. */
function envStep(folder: string, block: string): Step | null {
  const file = join(folder, '.env.local')
  const before = existsSync(file) ? readFileSync(file, 'utf8') : null
  const after = withEnvBlock(withoutOtherLines(before ?? '', block), block)
  return after === before ? null : { change: { path: '.env.local', before, after, secret: true } }
}
