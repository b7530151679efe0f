import { describe, expect, test } from 'vitest'
import { LIMITS, TRAFFIC } from '../../domain/limits.ts'
import type { Prepared } from './testing/described.ts'
import { clientIdOf } from './testing/credentials.ts'
import { onStages } from './testing/on-stages.ts'
import { asBrowser, asServer, ask, newIp, newPerson, signedIn } from './testing/people.ts'
import { describeEntry, faultOf } from './testing/refused.ts'
import { REQUESTS, titled, type Walked } from './testing/requests.ts'
import { type Heard, requestOf, send } from './testing/sending.ts'
import { HOSTED_ORIGIN, type Stage } from './testing/stage.ts'

const windowMs = 10_000
const limited = REQUESTS.filter(({ endpoint }) => endpoint.door === 'frontend' && endpoint.bucket !== null)
const isLimited = (heard: Heard) => heard.status === 429
const signIns = 'https://clerk.example.com/v1/client/sign_ins'

/** Asks for a sign-in that begins with nothing: cheap, good, and counted. */
function beginning(url = signIns, headers: { readonly [name: string]: string } = {}): Request {
  return new Request(url, { method: 'POST', headers: { origin: HOSTED_ORIGIN, ...headers } })
}

// Where the clock stands still, no window ends between a request and the next.
onStages('limits', (stage, today) => {
  const ask429 = async (request: Request, ip: string) => isLimited(await send(stage(), request, ip))
  /** How many of so many requests get through, one after the other. */
  const through = async (count: number, of: (i: number) => { readonly request: Request; readonly ip: string }) => {
    let passed = 0
    for (let i = 0; i < count; i++) {
      const { request, ip } = of(i)
      if (!(await ask429(request, ip))) passed += 1
    }
    return passed
  }
  /** What was written, but that some were refused: that may come at any time, once a minute. */
  const written = async () =>
    (await stage().changeLog.read())
      .filter(({ table, before, after }) => !(table === 'audit' && before === null && after!.type === 'request.refused'))
      .map(describeEntry)
  const forgetMails = () => stage().changeLog.meddle(`delete from counters where key like '%send:%'`)
  const empty = (walked: Walked, prepared: Prepared) => requestOf(walked, prepared, { body: '{}' })

  test('everything of browsers that changes something is counted', () => {
    const uncounted = REQUESTS.filter(
      ({ endpoint }) => endpoint.door === 'frontend' && (endpoint.mutates || endpoint.method !== 'GET') && endpoint.bucket === null,
    )
    expect(uncounted.map(({ endpoint }) => endpoint.id)).toEqual([])
  })

  test.each(titled(today(limited)))('%s is counted in production, by where it comes from', (_, walked) =>
    stage().standingStill(async () => {
      const prepared = await walked.request.prepare(stage(), stage().hosted)
      const { max } = TRAFFIC[walked.endpoint.bucket!]
      // Whatever got it ready was counted, too; and how much mail may be sent is not tried here.
      stage().advance(windowMs)
      await forgetMails()
      const requests = Array.from({ length: max }, () => send(stage(), empty(walked, prepared), prepared.ip))
      expect((await Promise.all(requests)).filter(isLimited)).toEqual([])
      await stage().changeLog.read()
      const refused = await send(stage(), requestOf(walked, prepared), prepared.ip)
      expect(faultOf(refused, { codes: ['too_many_requests'], looked: walked.endpoint.response === 'html' })).toBe(null)
      expect([refused.status, await written()]).toEqual([429, []])
      expect(refused.headers.get('retry-after')).toMatch(/^([1-9]|10)$/)
      const byClient = walked.endpoint.bucket === 'token'
      expect(await ask429(empty(walked, prepared), newIp())).toBe(byClient)
      const somebody = await walked.request.prepare(stage(), stage().hosted)
      if (byClient) expect(await ask429(empty(walked, somebody), prepared.ip)).toBe(false)
      stage().advance(windowMs)
      await forgetMails()
      expect(await ask429(empty(walked, prepared), prepared.ip)).toBe(false)
    }),
  )

  test.each(titled(today(limited)))('%s is not counted in development', async (_, walked) => {
    const prepared = await walked.request.prepare(stage(), stage().home)
    const { max } = TRAFFIC[walked.endpoint.bucket!]
    const heard = await Promise.all(Array.from({ length: max + 3 }, () => send(stage(), empty(walked, prepared), prepared.ip)))
    expect(heard.filter(isLimited)).toEqual([])
  })

  test('what has no bucket is not counted', async () => {
    const { browser } = await signedIn(stage(), stage().hosted)
    const heard = await Promise.all(Array.from({ length: 100 }, () => browser.get('/v1/client')))
    expect(heard.filter(({ status }) => status !== 200)).toEqual([])
  })

  test('a key has so many requests, and its public keys for nothing', () =>
    stage().standingStill(async () => {
      const { hosted, home } = stage()
      const asking = (path: string, app = hosted) => new Request(`${app.backendApiUrl}/v1${path}`, { headers: asServer(app) })
      stage().advance(windowMs)
      const some = async (count: number) => {
        const heard = await Promise.all(Array.from({ length: count }, () => send(stage(), asking('/users/user_x'), newIp())))
        return heard.filter(isLimited).length
      }
      let refused = 0
      for (let left = TRAFFIC.backend.max; left > 0; left -= 50) refused += await some(50)
      expect([refused, await some(3)]).toEqual([0, 3])
      expect(await ask429(asking('/users'), newIp())).toBe(true)
      expect(await ask429(asking('/jwks'), newIp())).toBe(false)
      expect(await ask429(asking('/users', home), newIp())).toBe(false)
      stage().advance(windowMs)
      expect(await ask429(asking('/users'), newIp())).toBe(false)
    }))

  describe('one place has one bucket', () => {
    const { max } = TRAFFIC.sign_in_create

    test('whichever of several doors to the same thing it knocks at', async () => {
      const ip = newIp()
      const base = 'https://clerk.example.com'
      const doors = ['/v1/client/sign_ins', '/sign-in', '/sign-in/resend', '/sign-in/ticket']
      expect(await through(12, (i) => ({ request: beginning(base + doors[i % doors.length]!), ip }))).toBe(max)
    })

    test.each([
      ['IPv4 however it is written', '203.0.113.77 ::ffff:203.0.113.77 ::FFFF:203.0.113.77 ::ffff:cb00:714d 0:0:0:0:0:ffff:cb00:714d'],
      ['a network of IPv6', '2001:db8:1:2::1 2001:db8:1:2:ffff::9 2001:DB8:1:2::A 2001:0db8:0001:0002:0:0:0:5 2001:db8:1:2:3:4:5:6'],
      ['a link-local network, on any interface', 'fe80::1 fe80::1%eth0 fe80::2%lo fe80:0:0:0::3'],
    ])('%s', async (_, text) => {
      const addresses = text.split(' ')
      stage().advance(windowMs)
      expect(await through(20, (i) => ({ request: beginning(), ip: addresses[i % addresses.length]! }))).toBe(max)
    })

    test('but neighbours have their own', async () => {
      stage().advance(windowMs)
      const neighbours = ['203.0.113.77', '203.0.113.78', '2001:db8:1:2::1', '2001:db8:1:3::1', '2001:db8:2:2::1', 'fe80:0:0:1::1']
      expect(await through(60, (i) => ({ request: beginning(), ip: neighbours[i % 6]! }))).toBe(6 * max)
    })

    test('whatever is said of where it comes from', async () => {
      const ip = newIp()
      const usual = ['x-forwarded-for', 'x_forwarded_for', 'x-real-ip', 'x-client-ip']
      const names = [...usual, 'cf-connecting-ip', 'true-client-ip', 'fastly-client-ip']
      const odd = ['foo', '1.2.3.4, ,', '', '::1', '127.0.0.1']
      const values = (i: number) => [...odd, `10.9.${i}.1`, `10.9.${i}.2, 10.9.${i}.3`, `"[2001:db8:${i}::1]:80"`]
      const headers = (i: number) => ({
        ...Object.fromEntries(names.map((name) => [name, values(i)[i % 8]!])),
        forwarded: `for="${values(i)[i % 8]!.replaceAll('"', '')}"`,
      })
      expect(await through(40, (i) => ({ request: beginning(signIns, headers(i)), ip }))).toBe(max)
    })

    test('however the path is written: it is counted, or it is no path', async () => {
      const ip = newIp()
      expect(await through(max, () => ({ request: beginning(), ip }))).toBe(max)
      const spelled = ['/', '?x=1', '?_method=POST', '//', ';a=b', '%20', '%00', '/.', '#x'].map((end) => `/v1/client/sign_ins${end}`)
      const odd = ['/v1/./client', '/v1/x/../client', '/v1//client', '//v1/client', '/V1/client', '/v1/CLIENT', '/v1/%63lient']
      const escaped = ['/v1/client%2fsign_ins', '/v1/client/sign%5Fins', '/v1/client/SIGN_INS', '/v1%2Fclient/sign_ins']
      const own = `/i/${stage().hosted.slug}`
      const prefixed = [own, `${own}/`, '/i/', '/i'].map((start) => `${start}/v1/client/sign_ins`)
      await stage().changeLog.read()
      for (const path of [...spelled, ...odd.map((start) => `${start}/sign_ins`), ...escaped, ...prefixed]) {
        const { status } = await send(stage(), beginning(`https://clerk.example.com${path}`), ip)
        expect([path, [404, 429].includes(status)]).toEqual([path, true])
      }
      expect(await written()).toEqual([])
    })

    test('even when it comes all at once', async () => {
      const ip = newIp()
      const heard = await Promise.all(Array.from({ length: 60 }, () => send(stage(), beginning(), ip)))
      expect(heard.filter((one) => !isLimited(one))).toHaveLength(max)
    })

    test('and nobody else pays for it', async () => {
      const ip = newIp()
      expect(await through(20, () => ({ request: beginning(), ip }))).toBe(max)
      const { sessionId } = await signedIn(stage(), stage().hosted)
      expect(sessionId).toMatch(/^sess_/)
    })
  })

  describe.each(['development', 'production'] as const)('guesses in %s', (type) => {
    const appOf = (of: Stage) => (type === 'production' ? of.hosted : of.home)

    /** A sign-in with its code, in a browser of its own. */
    async function begin(address: string) {
      const ip = newIp()
      const browser = stage().browser(appOf(stage()), ip)
      const { response } = await ask(browser, '/v1/client/sign_ins', { identifier: address, strategy: 'email_code' })
      const mail = (await stage().mails(address)).at(-1)!
      const guess = async (code: string) => {
        // Traffic is not what is tried here.
        stage().advance(4000)
        const path = `/v1/client/sign_ins/${response.id as string}/attempt_first_factor`
        const { status, json, headers } = await browser.post(path, { strategy: 'email_code', code })
        return { status, code: json.errors?.[0]?.code as string | undefined, retryAfter: headers.get('retry-after') }
      }
      const wrong = String((Number(mail.code) + 1) % 1_000_000).padStart(6, '0')
      return { guess, code: mail.code!, wrong, client: clientIdOf({ headers: asBrowser(stage(), appOf(stage()), browser) })! }
    }
    const person = async () => {
      const made = await newPerson(stage(), appOf(stage()), `guess-${newIp()}@example.com`)
      return made.address
    }

    test('are five for a code, and then the right one is no use', async () => {
      const address = await person()
      const { guess, code, wrong } = await begin(address)
      for (let i = 0; i < LIMITS.guessesPerVerification; i++) {
        expect(await guess(wrong)).toMatchObject({ status: 422, code: 'form_code_incorrect' })
      }
      expect(await guess(code)).toMatchObject({ status: 400, code: 'verification_failed' })
      // A new code is a new chance.
      const again = await begin(address)
      expect(await again.guess(again.code)).toMatchObject({ status: 200 })
    })

    test('are ten for a person, whichever browser and network they come from', async () => {
      const address = await person()
      for (let attempt = 0; attempt < 2; attempt++) {
        const { guess, wrong } = await begin(address)
        for (let i = 0; i < 5; i++) expect(await guess(wrong)).toMatchObject({ status: 422 })
      }
      const { guess, code } = await begin(address)
      const locked = await guess(code)
      expect(locked).toMatchObject({ status: 403, code: 'user_locked' })
      expect(Number(locked.retryAfter)).toBeGreaterThan(3000)
      const somebody = await begin(await person())
      expect(await somebody.guess(somebody.code)).toMatchObject({ status: 200 })
      stage().advance(LIMITS.guessesPerTarget.windowMs)
      const later = await begin(address)
      expect(await later.guess(later.code)).toMatchObject({ status: 200 })
    })

    test(`are ${type === 'production' ? 'a hundred' : 'not counted'} for a network`, async () => {
      const address = await person()
      const ip = newIp()
      const browser = stage().browser(appOf(stage()), ip)
      const { response } = await ask(browser, '/v1/client/sign_ins', { identifier: address, strategy: 'email_code' })
      const { code } = (await stage().mails(address)).at(-1)!
      const path = `/v1/client/sign_ins/${response.id as string}/attempt_first_factor`
      await browser.post(path, { strategy: 'email_code', code: String((Number(code) + 1) % 1_000_000).padStart(6, '0') })
      await stage().changeLog.meddle(`update counters set count = ${LIMITS.guessesPerNetwork.max} where key like 'guess:network:${ip}'`)
      const { status, json } = await browser.post(path, { strategy: 'email_code', code: code! })
      expect([status, json.errors?.[0]?.code]).toEqual(type === 'production' ? [403, 'user_locked'] : [200, undefined])
    })

    test('at the same moment are counted one by one', async () => {
      const address = await person()
      const { guess, code, wrong, client } = await begin(address)
      const heard = await Promise.all(Array.from({ length: 12 }, (_, i) => guess(i === 11 ? code : wrong)))
      expect(heard.filter(({ code: said }) => said === 'form_code_incorrect').length).toBeLessThanOrEqual(5)
      const hers = `select id from attempts where client_id = '${client}'`
      const rows = await stage().changeLog.rows(`select judged from verifications where attempt_id in (${hers})`)
      expect(rows.map(({ judged }) => Number(judged) <= 5)).toEqual([true])
    })
  })
})
