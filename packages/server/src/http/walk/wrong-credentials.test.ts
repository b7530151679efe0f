import { beforeAll, describe, expect, test } from 'vitest'
import { clientIdOf, clientTokenOf, type Strangers, strangersOf, wrongAuthorizations, wrongCookies } from './testing/credentials.ts'
import type { Prepared } from './testing/described.ts'
import { onStages } from './testing/on-stages.ts'
import { originOf, type SignedIn, signedIn } from './testing/people.ts'
import { type Attempt, describeEntry, faultOf, faultsOf } from './testing/refused.ts'
import { REQUESTS, titled, type Walked } from './testing/requests.ts'
import { type Change, type Heard, requestOf, send } from './testing/sending.ts'
import type { Stage } from './testing/stage.ts'

const at = (...doors: readonly string[]) => REQUESTS.filter(({ endpoint }) => doors.includes(endpoint.door))
const asking = (...auths: readonly string[]) => at('frontend').filter(({ endpoint }) => auths.includes(endpoint.auth))
const appOf = (stage: Stage, { endpoint }: Walked) => (endpoint.id === 'backend/refresh-session' ? stage.hosted : stage.home)
const nobody = ['signed_out', 'resource_not_found']
const looked = ({ endpoint }: Walked) => endpoint.response === 'html'

/** Credentials that are none here, and whether they come from an app instead of a browser. */
interface Wrong {
  readonly name: string
  readonly headers: { readonly [name: string]: string }
  readonly native: boolean
}

onStages('wrong credentials', (stage) => {
  let strangers: Strangers
  let anybody: SignedIn
  beforeAll(async () => {
    strangers = await strangersOf(stage())
    anybody = await signedIn(stage(), stage().home)
  })

  /** A browser's wrong credentials, by name. */
  const wrongOf = (prepared: Prepared) => {
    const origin = originOf(stage(), stage().home)
    const token = clientTokenOf(prepared) ?? [...anybody.browser.cookies.values()][0]!
    const cookies = Object.entries(wrongCookies(strangers, token))
    const headers = Object.entries(wrongAuthorizations(stage(), strangers.jwt))
    const all: Wrong[] = [
      ...cookies.map(([name, cookie]) => ({ name, headers: { origin, ...(cookie !== '' && { cookie }) }, native: false })),
      ...headers.map(([name, authorization]) => ({ name: `${name} in Authorization`, headers: { origin, authorization }, native: false })),
      ...headers.map(([name, authorization]) => ({ name: `${name} of an app`, headers: { authorization }, native: true })),
      ...(prepared.headers.cookie === undefined ? [] : [{ name: 'her cookie of an app', headers: prepared.headers, native: true }]),
      { name: "another instance's token of an app", headers: { authorization: strangers.other }, native: true },
    ]
    return all
  }
  const queryOf = ({ query }: Prepared, native: boolean) => new URLSearchParams({ ...query, ...(native && { _is_native: '1' }) }).toString()

  describe('of a browser', () => {
    test.each(titled(asking('client', 'session')))('do not open %s', async (_, walked) => {
      const prepared = await walked.request.prepare(stage(), stage().home)
      const attempts = wrongOf(prepared).map(({ name, headers, native }): Attempt => {
        const isKey = /^Bearer sk_(test|live)_[\w-]{1,200}$/i.test(headers.authorization ?? '')
        const request = requestOf(walked, prepared, { headers, query: queryOf(prepared, native) })
        return { title: name, request, codes: isKey ? ['authorization_invalid'] : nobody }
      })
      expect(await faultsOf(stage(), attempts, prepared.ip)).toEqual([])
      expect((await send(stage(), requestOf(walked, prepared), prepared.ip)).status).toBe(walked.request.answers)
    })

    test.each(titled(asking('public')))("are nobody's at %s", async (_, walked) => {
      const owner = await walked.request.prepare(stage(), stage().home)
      const client = clientIdOf(owner)
      const faults: string[] = []
      // Of a browser's own Authorization nothing is read but a secret key, and that no endpoint of hers takes.
      const ignored = / in Authorization$/
      const telling = wrongOf(owner).filter(({ name }) => !ignored.test(name) || /^(Bearer|a key of nobody|60 kB) in/.test(name))
      for (const { name, headers, native } of telling) {
        await stage().changeLog.read()
        const heard = await send(stage(), requestOf(walked, owner, { headers, query: queryOf(owner, native) }), owner.ip)
        const written = await stage().changeLog.read()
        const hers = written.filter(({ before, after }) => client !== null && JSON.stringify([before, after]).includes(client))
        const told = client !== null && heard.text.includes(client) ? [`told of ${client}`] : []
        const refusal = heard.status < 400 ? null : faultOf(heard, { looked: looked(walked) })
        const all = [...(refusal === null ? [] : [refusal]), ...told, ...hers.map((entry) => `wrote ${describeEntry(entry)}`)]
        faults.push(...all.map((fault) => `${name}: ${fault}`))
      }
      expect(faults).toEqual([])
    })

    const gone = [
      ['an expired session', 'update sessions set expire_at = 1 where client_id = $1'],
      ['an ended session', `update sessions set status = 'ended' where client_id = $1`],
      ['a revoked session', `update sessions set status = 'revoked' where client_id = $1`],
      ['a banned user', 'update users set banned = 1 where id in (select user_id from sessions where client_id = $1)'],
      ['a locked user', 'update users set locked_until = 9007199254740991 where id in (select user_id from sessions where client_id = $1)'],
    ] as const
    const living = /get-session$|touch-session|create-token/
    const ofSessions = at('frontend').filter(({ endpoint }) => endpoint.auth === 'session' || living.test(endpoint.id))
    test.each(titled(ofSessions))('%s is not for a session that is over', async (_, walked) => {
      const faults: string[] = []
      for (const [title, sql] of gone) {
        const prepared = await walked.request.prepare(stage(), stage().home)
        const dialect = stage().dialect === 'sqlite' ? sql.replace('$1', '?') : sql
        await stage().changeLog.meddle(dialect, [clientIdOf(prepared)])
        // That one is over by the clock is written down by whatever sees it: a clock set back does not revive it.
        const notes = title === 'an expired session' ? ['sessions(status updated_at)'] : []
        const attempt = { title, request: requestOf(walked, prepared), codes: [...nobody, 'authentication_invalid'], notes }
        faults.push(...(await faultsOf(stage(), [attempt], prepared.ip)))
        if (notes.length === 0) continue
        const rows = await stage().changeLog.rows(`select status from sessions where client_id = '${clientIdOf(prepared)}'`)
        expect(rows).toEqual([{ status: 'expired' }])
      }
      expect(faults).toEqual([])
    })
  })

  test.each(titled(at('backend', 'operator')))('of a server do not open %s', async (_, walked) => {
    const prepared = await walked.request.prepare(stage(), appOf(stage(), walked))
    const { home } = stage()
    const bearer = `Bearer ${home.secretKey}`
    const [cookie, token] = [...anybody.browser.cookies.entries()][0]!
    const query = `${new URLSearchParams({ ...prepared.query, secret_key: home.secretKey, authorization: bearer })}`
    const headers = Object.entries(wrongAuthorizations(stage(), strangers.jwt))
    const wrong = headers.map(([title, authorization]) => ({ title, change: { headers: { authorization } } }))
    const elsewhere: readonly { readonly title: string; readonly change: Change }[] = [
      { title: 'none', change: { headers: {} } },
      { title: 'those of a browser', change: { headers: { cookie: `${cookie}=${token}`, origin: originOf(stage(), home) } } },
      { title: 'the key as a proxy has it', change: { headers: { 'clerk-secret-key': home.secretKey, 'x-authorization': bearer } } },
      { title: 'the key as a cookie', change: { headers: { cookie: `authorization=${bearer}` } } },
      { title: 'the key in the query', change: { headers: {}, query } },
    ]
    const codes = [
      walked.endpoint.door === 'operator' ? 'operator_key_invalid' : 'clerk_key_invalid',
      'authorization_header_format_invalid',
    ]
    const attempts = [...wrong, ...elsewhere].map(({ title, change }) => ({ title, request: requestOf(walked, prepared, change), codes }))
    expect(await faultsOf(stage(), attempts, prepared.ip)).toEqual([])
    expect((await send(stage(), requestOf(walked, prepared), prepared.ip)).status).toBe(walked.request.answers)
  })

  test.each(titled(at('latchkey')))('%s is for this machine only', async (_, walked) => {
    const prepared = await walked.request.prepare(stage(), stage().home)
    const headers = { authorization: `Bearer ${stage().home.secretKey}`, 'x-forwarded-for': '127.0.0.1' }
    const peers = ['203.0.113.9', '::ffff:203.0.113.9', '10.0.0.1', '::2']
    const away = peers.map((ip) => send(stage(), requestOf(walked, prepared, { headers }), ip))
    const names = ['http://evil.test', 'http://127.0.0.1.evil.test', 'http://localhost.evil.test:4000', 'http://0.0.0.0:4000']
    const named = names.map((base) => send(stage(), requestOf(walked, prepared, { base }), prepared.ip))
    for (const heard of await Promise.all([...away, ...named])) expect(faultOf(heard, { codes: ['endpoint_not_found'] })).toBe(null)
  })

  /** What an answer says to whoever tries ids: its status, its code and which things it holds. */
  const said = ({ status, json }: Heard) => {
    const { code, meta = {} } = json?.errors?.[0] ?? {}
    return JSON.stringify([status, code, Object.keys(json ?? {}), Object.keys(meta)])
  }
  const isId = (name: string) => /^(user|email_address|primary_email_address)_id$/.test(name)
  const withIds = at('frontend', 'backend').filter(
    ({ endpoint, request }) => /:\w+_id/.test(endpoint.path) || Object.keys(request.fields ?? {}).some(isId),
  )

  test.each(titled(withIds))("somebody else's id is as unknown as one that never was: %s", async (_, walked) => {
    const app = appOf(stage(), walked)
    const own = await walked.request.prepare(stage(), app)
    const here = walked.endpoint.door === 'frontend' ? [await walked.request.prepare(stage(), app)] : []
    const others = [...here, await walked.request.prepare(stage(), stage().other)]
    const inPath = Object.keys(own.params ?? {}).filter((name) => walked.endpoint.path.includes(`:${name}`))
    const ids = [
      ...inPath.map((name) => ({ name, part: 'params' as const })),
      ...Object.keys(own.body ?? {})
        .filter(isId)
        .map((name) => ({ name, part: 'body' as const })),
    ]
    expect(ids).not.toEqual([])
    for (const { name, part } of ids) {
      const ask = async (value: unknown) => {
        const body = JSON.stringify({ ...own.body, [name]: value })
        const change = part === 'params' ? { params: { ...own.params, [name]: String(value) } } : { body }
        await stage().changeLog.read()
        const heard = await send(stage(), requestOf(walked, own, change), own.ip)
        expect([faultOf(heard, {}), await stage().changeLog.read()]).toEqual([null, []])
        return said(heard)
      }
      const unknown = await ask(String(own[part]![name]).slice(0, -8) + '00000000')
      for (const { [part]: theirs } of others) expect(await ask(theirs![name])).toBe(unknown)
    }
    expect((await send(stage(), requestOf(walked, own), own.ip)).status).toBe(walked.request.answers)
  })

  describe('of another instance', () => {
    const tenants = at('frontend', 'backend', 'operator').filter(({ endpoint }) => endpoint.id !== 'backend/refresh-session')
    /** The ids in an answer that are of things of this instance. */
    const idsFromHere = async ({ text }: Heard) => {
      const ids = text.match(/\b(?:user|client|sess|sia|sua|idn)_[0-9A-Za-z]{27}\b/g) ?? []
      if (ids.length === 0) return []
      const tables = ['users', 'clients', 'sessions', 'identifications', 'attempts']
      const sql = tables.map((table) => `select id from ${table} where instance_id = '${stage().home.instanceId}'`).join(' union all ')
      const known = new Set((await stage().changeLog.rows(sql)).map(({ id }) => id))
      return ids.filter((id) => known.has(id))
    }
    const homeRows = async () => {
      const written = await stage().changeLog.read()
      return written.filter(({ before, after }) => (after ?? before)!.instance_id === stage().home.instanceId)
    }

    test.each(titled(tenants))('touch nothing of this one: %s', async (_, walked) => {
      const mine = await walked.request.prepare(stage(), stage().home)
      const theirs = await walked.request.prepare(stage(), stage().other)
      const ids = { ...mine.params }
      const faults: string[] = []
      const attempt = async (title: string, request: Request, status: readonly number[]) => {
        await stage().changeLog.read()
        const heard = await send(stage(), request, mine.ip)
        const wrong = status.includes(heard.status) ? [] : [`answered ${heard.status} ${heard.text.slice(0, 200)}`]
        const refusal = heard.status < 400 ? null : faultOf(heard, { looked: looked(walked) })
        const written = (await homeRows()).map((entry) => `wrote ${describeEntry(entry)}`)
        const told = (await idsFromHere(heard)).map((id) => `told of ${id}`)
        faults.push(...[...wrong, ...(refusal === null ? [] : [refusal]), ...written, ...told].map((fault) => `${title}: ${fault}`))
      }
      const { door, auth, path, mutates } = walked.endpoint
      const { home, other } = stage()
      const open = auth === 'public' ? [200, 303, 307, 400, 404, 422] : [400, 401, 404]
      const query = new URLSearchParams(mine.query).toString()
      const change = { params: ids, query, ...(mine.body !== undefined && { body: JSON.stringify(mine.body) }) }
      const known = Object.keys(ids).some((name) => path.includes(`:${name}`))
      // Where nothing of this instance is named, the other one answers for itself.
      const likewise = known ? [404] : [...open, 200, 422, walked.request.answers]
      await attempt('its caller, at home there, with ids from here', requestOf(walked, theirs, change), likewise)
      const here = requestOf(walked, mine, { headers: theirs.headers })
      if (auth !== 'public' && door === 'frontend') await attempt('its caller, here', here, open)
      const there = requestOf(walked, theirs, { ...change, headers: mine.headers, base: other.frontendApiUrl })
      await attempt('the caller from here, there', there, open)
      const disagreeing = requestOf(walked, mine, { base: `https://clerk.example.com/i/${home.slug}` })
      await attempt('a host that says otherwise than the path', disagreeing, [404])
      if (door !== 'frontend') {
        await attempt("the key at another one's host", requestOf(walked, mine, { base: 'https://clerk.example.com' }), [404])
        await attempt("the key at another one's path", requestOf(walked, mine, { base: other.frontendApiUrl }), [404])
        const borrowed = requestOf(walked, mine, { base: home.frontendApiUrl, headers: theirs.headers })
        await attempt("another one's key at this path", borrowed, [404])
      } else {
        const hosted = requestOf(walked, mine, { base: 'https://clerk.example.com' })
        await attempt('the host of another one', hosted, mutates ? [400, 401, 404] : open)
        await attempt("nobody's host", requestOf(walked, mine, { base: 'https://clerk.evil.test' }), [400])
        await attempt("nobody's path", requestOf(walked, mine, { base: 'http://localhost:4000/i/aaaaaaaaaa' }), [404])
      }
      expect(faults).toEqual([])
    })
  })
})
