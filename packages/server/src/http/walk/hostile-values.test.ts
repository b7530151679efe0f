import { expect, test } from 'vitest'
import { hostileBodies, MARK, SMUGGLED } from './testing/bodies.ts'
import type { Prepared } from './testing/described.ts'
import type { Entry } from './testing/change-log.ts'
import { type Hostile, HOSTILE, hostileSegments } from './testing/hostile.ts'
import { outcomeOf, field, type Field, SECRET } from './testing/kinds.ts'
import { onStages } from './testing/on-stages.ts'
import { type Attempt, describeEntry, faultOf, faultsOf } from './testing/refused.ts'
import { REQUESTS, titled, type Walked } from './testing/requests.ts'
import { asForm, formRequestOf, type Heard, requestOf, send } from './testing/sending.ts'
import type { Stage } from './testing/stage.ts'

const long = 120_000

/** A request with a hostile value, in one of the ways it can be sent. */
interface Poisoned {
  readonly title: string
  readonly name: string
  readonly field: Field
  readonly hostile: Hostile
  readonly request: (prepared: Prepared) => Request
}

onStages('hostile values', (stage, today) => {
  test.each(titled(today(REQUESTS)))(
    '%s',
    async (_, walked) => {
      const { request } = walked
      const app = walked.endpoint.id === 'backend/refresh-session' ? stage().hosted : stage().home
      const prepare = () => request.prepare(stage(), app)
      expect(await succeeds(stage(), walked, await prepare())).toEqual([])
      const prepared = await prepare()
      const poisoned = [...inBodies(walked, prepared), ...inQueries(walked)]
      const refused = poisoned.filter(({ field, hostile }) => outcomeOf(field, hostile) === 'refused')
      const taken = poisoned.filter((one) => !refused.includes(one))
      const attempts = [
        ...refused.map((one): Attempt => ({ title: one.title, request: one.request(prepared), param: paramOf(one), codes: codesOf(one) })),
        ...wholeBodies(walked, prepared),
        ...segments(walked, prepared),
      ].map((attempt) => ({ ...attempt, looked: walked.endpoint.response === 'html' }))
      expect(await faultsOf(stage(), attempts, prepared.ip)).toEqual([])
      // All that was refused has used nothing up.
      expect(await succeeds(stage(), walked, prepared)).toEqual([])
      expect(await takings(stage(), walked, prepare, taken)).toEqual([])
      const { mutates, door } = walked.endpoint
      if (mutates && door === 'frontend') expect(await smuggling(stage(), walked, await prepare())).toEqual([])
    },
    long,
  )
})

/** Sends the request that has to succeed, and says what else happened. */
async function succeeds(stage: Stage, walked: Walked, prepared: Prepared): Promise<readonly string[]> {
  await stage.changeLog.read()
  const heard = await send(stage, requestOf(walked, prepared), prepared.ip)
  const written = await stage.changeLog.read()
  const idle = walked.request.writes.length > 0 && written.length === 0
  return [...successFaults(walked, heard, written), ...(idle ? ['wrote nothing'] : [])]
}

function successFaults({ request }: Walked, { status, json, text }: Heard, written: readonly Entry[]): readonly string[] {
  return [
    ...(status === request.answers && json?.errors?.[0]?.code === request.code ? [] : [`answered ${status} ${text.slice(0, 300)}`]),
    ...written.filter(({ table }) => !request.writes.includes(table)).map((entry) => `wrote ${describeEntry(entry)}`),
  ]
}

/** Every hostile value in every field, in JSON and, where the others fit into one, in a form. */
function inBodies(walked: Walked, prepared: Prepared): readonly Poisoned[] {
  const { fields = {} } = walked.request
  return Object.entries(fields).flatMap(([name, field]) =>
    HOSTILE.flatMap((hostile): Poisoned[] => {
      const title = `${name} = ${hostile.name}`
      const { json, form } = hostile
      const inJson = (of: Prepared) => requestOf(walked, of, { body: jsonWith(of, name, json!) })
      const inForm = (of: Prepared) => formRequestOf(walked, of, formWith(of, name, form!)!)
      const forms = form !== null && walked.endpoint.door === 'frontend' && formWith(prepared, name, form) !== null
      return [
        ...(json === null ? [] : [{ title: `${title} in JSON`, name, field, hostile, request: inJson }]),
        ...(forms ? [{ title: `${title} in a form`, name, field, hostile, request: inForm }] : []),
      ]
    }),
  )
}

function jsonWith({ body = {} }: Prepared, name: string, value: string): string {
  const { [name]: _, ...others } = body
  const rest = JSON.stringify(others).slice(1)
  return `{"${name}":${value}${rest === '}' ? '' : ','}${rest}`
}

function formWith({ body = {} }: Prepared, name: string, value: string): string | null {
  const { [name]: _, ...others } = body
  const rest = asForm(others)
  return rest === null ? null : `${name}=${value}&${rest}`
}

/** Every hostile text in every parameter of the query. */
function inQueries(walked: Walked): readonly Poisoned[] {
  return Object.entries({ ...walked.request.query, ...everyones(walked) }).flatMap(([name, field]) =>
    HOSTILE.filter(({ form, outcome }) => form !== null && outcome !== 'size').map((hostile) => {
      const request = (of: Prepared) => {
        const { [name]: _, ...others } = of.query ?? {}
        return requestOf(walked, of, { query: `${new URLSearchParams(others)}&${name}=${hostile.form}` })
      }
      // A query has no reader that would refuse it before its parameters are looked at, but for NUL.
      const judged: Hostile = { ...hostile, outcome: hostile.name === 'nul' ? 'body' : 'field' }
      return { title: `?${name} = ${hostile.name}`, name, field, hostile: judged, request }
    }),
  )
}

/** What a query may say to many endpoints. */
function everyones({ endpoint }: Walked): { readonly [name: string]: Field } {
  return {
    ...(endpoint.auth === 'session' && { _clerk_session_id: field(SECRET) }),
    ...(endpoint.method === 'POST' && { _method: field(SECRET) }),
  }
}

function paramOf({ field, hostile, name }: Poisoned): string | undefined {
  return hostile.outcome === 'field' && field.named ? name : undefined
}

function codesOf({ hostile }: Poisoned): readonly string[] | undefined {
  if (hostile.outcome === 'size') return ['request_body_too_large']
  return hostile.outcome === 'body' ? ['request_body_invalid', 'malformed_request_parameters'] : undefined
}

function wholeBodies(walked: Walked, prepared: Prepared): readonly Attempt[] {
  const { method, door } = walked.endpoint
  if (method === 'GET' || door === 'public' || door === 'latchkey') return []
  return hostileBodies(prepared.body ?? {}).map(({ name, type, body, headers, codes }) => {
    const change = { type, body, headers: { ...prepared.headers, ...headers } }
    // Where nothing is done whatever is asked for, a body that is understood says just that.
    const refusals = walked.request.code === undefined ? codes : [...codes, walked.request.code]
    return { title: name, request: requestOf(walked, prepared, change), codes: refusals }
  })
}

/** What is no id, in place of each parameter of the path. */
function segments(walked: Walked, prepared: Prepared): readonly Attempt[] {
  const inPath = Object.entries(prepared.params ?? {}).filter(([name]) => walked.endpoint.path.includes(`:${name}`))
  return inPath.flatMap(([name, id]) =>
    hostileSegments(id).map((segment) => ({
      title: `:${name} = ${segment.slice(0, 40)}`,
      request: requestOf(walked, prepared, { params: { ...prepared.params, [name]: segment } }),
    })),
  )
}

/** Sends what is odd but harmless, and says what came of it that should not: several at once where nothing may be written. */
async function takings(
  stage: Stage,
  walked: Walked,
  prepare: () => Promise<Prepared>,
  taken: readonly Poisoned[],
): Promise<readonly string[]> {
  const faults: string[] = []
  const { writes, repeatable = false } = walked.request
  const together = writes.length === 0 ? 12 : 1
  let prepared = await prepare()
  for (let at = 0; at < taken.length; at += together) {
    const some = taken.slice(at, at + together)
    if (at > 0 && writes.length > 0 && !repeatable) prepared = await prepare()
    await stage.changeLog.read()
    const heard = await Promise.all(some.map(({ request }) => send(stage, request(prepared), prepared.ip)))
    const written = await stage.changeLog.read()
    for (const [i, one] of some.entries()) {
      faults.push(...takenFaults(walked, one, heard[i]!, written).map((fault) => `${one.title}: ${fault}`))
    }
  }
  return faults
}

function takenFaults(walked: Walked, { field, hostile, name }: Poisoned, heard: Heard, written: readonly Entry[]): readonly string[] {
  const kept = outcomeOf(field, hostile) === 'kept'
  if (heard.status >= 400 && !kept) {
    const fault = faultOf(heard, { param: field.named ? name : undefined, looked: walked.endpoint.response === 'html' })
    return [...(fault === null ? [] : [fault]), ...written.map((entry) => `wrote ${describeEntry(entry)}`)]
  }
  return [...(kept ? keptFaults(field, hostile, heard) : spilled(hostile, written)), ...successFaults(walked, heard, written)]
}

/** Is a harmless value kept as it was sent? */
function keptFaults(field: Field, { value }: Hostile, { status, json }: Heard): readonly string[] {
  if (field.shown === null || status >= 400) return []
  const [shown, wanted] = [JSON.stringify(field.shown(json)), JSON.stringify(field.as(value))]
  return shown === wanted ? [] : [`kept ${shown} in place of ${wanted}`]
}

/** A text that is passed over is found in no row. */
function spilled({ value }: Hostile, written: readonly Entry[]): readonly string[] {
  if (typeof value !== 'string' || value.trim().length < 6) return []
  const text = JSON.stringify(value).slice(1, -1)
  return written.filter(({ after }) => JSON.stringify(after).includes(text)).map((entry) => `kept in ${describeEntry(entry)}`)
}

/** Adds fields that are not the caller's to set to a request that succeeds. Nothing of them may be found in what is written. */
async function smuggling(stage: Stage, walked: Walked, prepared: Prepared): Promise<readonly string[]> {
  await stage.changeLog.read()
  const body = JSON.stringify({ ...SMUGGLED, ...prepared.body })
  const heard = await send(stage, requestOf(walked, prepared, { body }), prepared.ip)
  const written = await stage.changeLog.read()
  const rows = written.filter(({ after }) => JSON.stringify(after).includes(MARK)).map((entry) => `smuggled into ${describeEntry(entry)}`)
  const users = written.filter(({ table, after }) => table === 'users' && after !== null)
  const privileges = users.filter(({ after }) => Boolean(after!.banned) || !after!.delete_self_enabled)
  return [
    ...(heard.status === walked.request.answers ? [] : [`with more fields it answers ${heard.status} ${heard.text.slice(0, 200)}`]),
    ...rows,
    ...privileges.map((entry) => `smuggled into ${describeEntry(entry)}`),
  ]
}
