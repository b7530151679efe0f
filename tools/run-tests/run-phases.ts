import { printCount } from './count.ts'
import type { Outcome, Phase } from './phase.ts'

/** Runs phases one after the other, whatever fails on the way, says how long each took and once more what failed, and adds up. */
export async function runPhases(phases: readonly Phase[], say: (line: string) => void): Promise<Outcome> {
  const rows: (readonly [name: string, outcome: Outcome, seconds: string])[] = []
  for (const phase of phases) {
    say(`\n── ${phase.name} ──`)
    const started = performance.now()
    const outcome = await phase.run().catch((error: unknown) => {
      const broken = `${phase.name} broke: ${error instanceof Error ? error.message : String(error)}`
      say(broken)
      return { passed: 0, failed: 1, failures: [broken] }
    })
    const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`
    rows.push([phase.name, outcome, seconds])
    say(`── ${phase.name}: ${printCount(outcome)} in ${seconds}`)
  }
  say('')
  for (const [name, outcome, seconds] of rows) {
    say(`${outcome.failed > 0 ? '✗' : '✓'} ${name.padEnd(24)}${seconds.padStart(8)}  ${printCount(outcome)}`)
  }
  for (const [name, { failures = [] }] of rows) for (const failure of failures) say(`\n✗ ${name}: ${failure}`)
  const sum = (pick: (outcome: Outcome) => number) => rows.reduce((total, [, outcome]) => total + pick(outcome), 0)
  return { passed: sum(({ passed }) => passed), failed: sum(({ failed }) => failed) }
}
