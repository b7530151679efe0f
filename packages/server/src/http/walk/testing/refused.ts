import { ERRORS, type ErrorCode } from '@latchkey/protocol'
import type { Entry } from './change-log.ts'
import { type Heard, send } from './sending.ts'
import type { Stage } from './stage.ts'

/** How something is to be refused. */
export interface Expected {
  /** The field at fault, where the answer has to name it. */
  readonly param?: string | undefined
  /** What it may be refused with. */
  readonly codes?: readonly string[] | undefined
  /** A person looks at what comes back, so it may be a page. */
  readonly looked?: boolean
}

/** A request that has to be refused. */
export interface Attempt extends Expected {
  readonly title: string
  readonly request: Request
  /** The rows, each in a word, that are to be written nevertheless: what is seen to be over is written down as that. Else none. */
  readonly notes?: readonly string[]
}

const together = 12
const mostCpuMs = 1000

/**
 * Sends requests that have to be refused, several at once, and answers with what was not as it should be: an answer that is
 * no refusal in the form of the wire, a row that was written, a refusal that took long to find.
 */
export async function faultsOf(stage: Stage, attempts: readonly Attempt[], ip: string): Promise<readonly string[]> {
  const faults: string[] = []
  await stage.changeLog.read()
  for (let at = 0; at < attempts.length; at += together) {
    const some = attempts.slice(at, at + together)
    const before = process.threadCpuUsage()
    const heard = await Promise.all(some.map(({ request }) => send(stage, request, ip)))
    const { user, system } = process.threadCpuUsage(before)
    for (const [i, attempt] of some.entries()) {
      const fault = faultOf(heard[i]!, attempt)
      if (fault !== null) faults.push(`${attempt.title}: ${fault}`)
    }
    const titles = some.map(({ title }) => title).join(', ')
    const written = (await stage.changeLog.read()).map(describeEntry).join(', ')
    const noted = some.flatMap(({ notes = [] }) => notes).join(', ')
    if (written !== noted) faults.push(`one of ${titles} wrote ${written || 'nothing'} in place of ${noted || 'nothing'}`)
    if ((user + system) / 1000 > mostCpuMs) faults.push(`${titles} took ${(user + system) / 1000} ms`)
  }
  return faults
}

/** What is wrong about a refusal, `null` for nothing. */
export function faultOf({ status, headers, json, text }: Heard, { param, codes, looked }: Expected): string | null {
  if (status < 400 || status >= 500) return `answered ${status} ${text.slice(0, 200)}`
  if (looked && headers.get('content-type')?.startsWith('text/html')) return text.startsWith('<!doctype html>') ? null : 'is no page'
  const error = json?.errors?.[0]
  const definition = error === undefined ? undefined : ERRORS[error.code as ErrorCode]
  if (definition === undefined || definition.status !== status) return `answered ${status} in a form of its own: ${text.slice(0, 200)}`
  const shape = [json, error]
    .map((each) =>
      Object.keys(each)
        .filter((key) => key !== 'meta')
        .toSorted()
        .join(),
    )
    .join(' of ')
  if (shape !== 'clerk_trace_id,errors of code,long_message,message') return `has the shape ${shape}`
  if (!/^[0-9a-f]{32}$/.test(json.clerk_trace_id)) return `has the trace ${json.clerk_trace_id}`
  if (headers.get('cache-control') !== 'no-store' || headers.get('x-content-type-options') !== 'nosniff') return 'may be kept or guessed at'
  if (headers.getSetCookie().length > 0) return `sets ${headers.getSetCookie().join()}`
  if (codes !== undefined && !codes.includes(error.code)) return `is refused with ${error.code}`
  if (param !== undefined && error.meta?.param_name !== param) return `names ${error.meta?.param_name} in ${error.code}`
  return null
}

/** A written row in a word: its table, and the columns that changed. */
export function describeEntry({ table, before, after }: Entry): string {
  if (before === null || after === null) return `${before === null ? '+' : '-'}${table}`
  const columns = Object.keys(after).filter((column) => JSON.stringify(after[column]) !== JSON.stringify(before[column]))
  return `${table}(${columns.join(' ')})`
}
