import { now } from './clock.ts'

const againMs = 60_000
const said = new Map<string, number>()

/** Writes a sentence to the terminal; the same one at most once a minute, since every request may have the same reason. */
export function complain(sentence: string): void {
  const last = said.get(sentence)
  // A clock that was set back keeps nobody quiet.
  if (last !== undefined && Math.abs(now() - last) < againMs) return
  if (said.size > 100) said.clear()
  said.set(sentence, now())
  console.error(`Latchkey: ${sentence}`)
}
