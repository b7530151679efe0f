import { type Outcome, type Phase, printCount } from './phase.ts'
import { inLanes } from './in-lanes.ts'

/**
 * Runs phases in their order, whatever fails on the way, says how long each took and once more what failed, and adds up.
 * @param lanes how many of those that may run beside others do so at a time
 */
export async function runPhases(phases: readonly Phase[], say: (line: string) => void, lanes: number): Promise<Outcome> {
  const rows: (readonly [name: string, outcome: Outcome, seconds: string])[] = []
  const begun = performance.now()
  const work = async ({ name, run }: Phase, nth: number, line: (line: string) => void): Promise<void> => {
    say(`\n── ${name} ──`)
    const started = performance.now()
    const outcome = await run(line).catch((error: unknown) => {
      const broken = `${name} broke: ${error instanceof Error ? error.message : String(error)}`
      say(broken)
      return { passed: 0, failed: 1, failures: [broken] }
    })
    const seconds = secondsSince(started)
    rows[nth] = [name, outcome, seconds]
    say(`── ${name}: ${printCount(outcome)} in ${seconds}`)
  }
  for (const group of groups(phases)) {
    // Whose line it is has to be told only where somebody else might have said it.
    const alone = group.length === 1 || lanes === 1
    await inLanes(group, lanes, (phase) => work(phase, phases.indexOf(phase), alone ? say : (line) => say(`${phase.name} │ ${line}`)))
  }
  say('')
  for (const [name, outcome, seconds] of rows) {
    say(`${outcome.failed > 0 ? '✗' : '✓'} ${name.padEnd(24)}${seconds.padStart(8)}  ${printCount(outcome)}`)
  }
  say(`  ${'the whole run'.padEnd(24)}${secondsSince(begun).padStart(8)}`)
  for (const [name, { failures = [] }] of rows) for (const failure of failures) say(`\n✗ ${name}: ${failure}`)
  const sum = (pick: (outcome: Outcome) => number) => rows.reduce((total, [, outcome]) => total + pick(outcome), 0)
  return { passed: sum(({ passed }) => passed), failed: sum(({ failed }) => failed) }
}

/** Phases that follow each other and may run beside each other, together; every other one alone. */
function groups(phases: readonly Phase[]): readonly (readonly Phase[])[] {
  const found: Phase[][] = []
  for (const phase of phases) {
    const last = found.at(-1)
    if (phase.beside && last?.at(-1)?.beside) last.push(phase)
    else found.push([phase])
  }
  return found
}

const secondsSince = (started: number) => `${((performance.now() - started) / 1000).toFixed(1)} s`
