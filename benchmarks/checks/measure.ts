import { readFileSync } from 'node:fs'
import type { Material } from './material.ts'

/** Checks per second, one at a time. */
export interface Figures {
  readonly first: number
  readonly repeat: number
}

/** What a contestant does with a request, and whether it lets it in. */
export interface Contestant<Request> {
  prepare(material: Material, nth: number): Request
  check(request: Request): Promise<boolean>
}

/** Tokens that warm the code up and are not counted. */
const warming = 2000
const repeatMs = 1000

/**
 * Measures a contestant in a process of its own and sends the figures to the parent: every token once, then one of them again and
 * again. Requests are made before the clock runs.
 */
export async function measure<Request>(make: (material: Material) => Contestant<Request>): Promise<void> {
  const material = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Material
  const { prepare, check } = make(material)
  const requests = material.bearers.map((_, nth) => prepare(material, nth))
  const letIn = async (request: Request): Promise<void> => {
    if (!(await check(request))) throw new Error('A good token was refused.')
  }
  for (const request of requests.slice(0, warming)) await letIn(request)
  const fresh = requests.slice(warming)
  const started = performance.now()
  for (const request of fresh) await letIn(request)
  const first = (fresh.length / (performance.now() - started)) * 1000
  const again = fresh.at(-1)!
  const begun = performance.now()
  let count = 0
  for (; performance.now() - begun < repeatMs; count += 100) for (let nth = 0; nth < 100; nth++) await letIn(again)
  process.send!({ first, repeat: (count / (performance.now() - begun)) * 1000 } satisfies Figures)
  process.disconnect!()
}
