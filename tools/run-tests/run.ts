import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { choose } from './choose.ts'
import { type Phase, printCount } from './phase.ts'
import { phases, quickPhases } from './phases.ts'
import { root } from './root.ts'
import { runPhases } from './run-phases.ts'

const all = phases(root)
/** Every one has a browser, a server and an application with its build: two to four gigabytes. */
const MOST_LANES = 3

try {
  const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help) help()
  else if (values.quick) await test(quickPhases(root))
  else await test(choose(all, values.only))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}

function help(): void {
  console.log(
    'npm test                          runs everything\n' +
      'npm run check                     what is quick of it, for every save\n' +
      'npm test -- --only types,e2e      runs these phases:\n',
  )
  for (const { name, about } of all) console.log(`  ${name.padEnd(22)}${about}`)
}

async function test(chosen: readonly Phase[]): Promise<void> {
  const outcome = await runPhases(chosen, console.log, Math.min(availableParallelism(), MOST_LANES))
  console.log(`\n${printCount(outcome)}`)
  // A run in which nothing ran has shown nothing.
  process.exitCode = outcome.failed > 0 || outcome.passed === 0 ? 1 : 0
}
