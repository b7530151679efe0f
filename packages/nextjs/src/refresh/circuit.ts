import { now } from '../platform/clock.ts'
import type { Refreshed } from './ask-server.ts'

/**
 * How long nobody waits for a server that did not answer: at first, and at most. It doubles with each question that stays without
 * answer.
 */
const firstMs = 1000
const mostMs = 10_000
/** A question that is under way for longer than this says enough for everybody who comes after it. */
const slowMs = 1000

interface Circuit {
  /** Questions without an answer, one after the other. */
  failures: number
  openUntil: number
  /** When the questions that are under way began, the oldest first. */
  readonly asking: Set<{ readonly since: number }>
}

const name = Symbol.for('latchkey.nextjs.circuits')
const holder = globalThis as { [name]?: Map<string, Circuit> }

/**
 * Asks a server, unless it is known not to answer: then one question at a time goes to it, to find out when it does again, and
 * everybody else is told at once that it is away. So a server that hangs costs one visitor's wait and not each one's.
 * @param away what is answered without asking
 */
export async function throughCircuit(server: string, away: Refreshed, ask: () => Promise<Refreshed>): Promise<Refreshed> {
  const circuit = circuitOf(server)
  if (isOpen(circuit)) return away
  const question = { since: now() }
  circuit.asking.add(question)
  const answer = await ask().finally(() => circuit.asking.delete(question))
  if (answer.kind === 'unavailable' && !answer.answered) {
    // Those that were asked together failed together.
    if (circuit.openUntil <= question.since || circuit.openUntil - question.since > mostMs) circuit.failures++
    circuit.openUntil = now() + Math.min(firstMs * 2 ** (circuit.failures - 1), mostMs)
  } else {
    circuit.failures = 0
    circuit.openUntil = 0
  }
  return answer
}

/** Is the server known not to answer? */
export function isAway(server: string): boolean {
  return isOpen(circuitOf(server))
}

function isOpen({ failures, openUntil, asking }: Circuit): boolean {
  const [oldest] = asking
  if (oldest !== undefined && (failures > 0 || now() - oldest.since >= slowMs)) return true
  // A clock that was set back keeps nothing open.
  const left = openUntil - now()
  return left > 0 && left <= mostMs
}

function circuitOf(server: string): Circuit {
  const circuits = (holder[name] ??= new Map())
  const circuit = circuits.get(server) ?? { failures: 0, openUntil: 0, asking: new Set() }
  circuits.set(server, circuit)
  return circuit
}

/** Forgets what is known, for tests. */
export function closeCircuits(): void {
  holder[name]?.clear()
}
