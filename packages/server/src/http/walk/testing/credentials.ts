import { asServer, type SignedIn, signedIn } from './people.ts'
import type { Stage } from './stage.ts'
import type { Prepared } from './described.ts'

/** The cookies of a request, by name. */
export function cookiesOf({ headers }: Pick<Prepared, 'headers'>): ReadonlyMap<string, string> {
  const pairs = (headers.cookie ?? '').split('; ').filter((pair) => pair !== '')
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}

/** The client token of a browser's request. */
export function clientTokenOf(prepared: Pick<Prepared, 'headers'>): string | null {
  const cookie = [...cookiesOf(prepared).values()].find((value) => value.startsWith('client_'))
  return cookie ?? prepared.headers['latchkey-client-token'] ?? null
}

/** The client of a browser's request. */
export function clientIdOf(prepared: Pick<Prepared, 'headers'>): string | null {
  return clientTokenOf(prepared)?.split('.')[0] ?? null
}

/** People whose credentials are good somewhere, but not where they are tried. */
export interface Strangers {
  /** The name of the client cookie at home. */
  readonly cookie: string
  readonly other: string
  readonly otherCookie: string
  readonly hosted: string
  /** A token that was replaced long ago. */
  readonly retired: string
  readonly jwt: string
}

/** Makes the strangers, once for a walk. */
export async function strangersOf(stage: Stage): Promise<Strangers> {
  const tokenOf = ({ browser }: SignedIn) => [...browser.cookies.entries()].find(([, value]) => value.startsWith('client_'))!
  const [otherCookie, other] = tokenOf(await signedIn(stage, stage.other))
  const [, hosted] = tokenOf(await signedIn(stage, stage.hosted))
  const leaving = await signedIn(stage, stage.home)
  const [cookie, retired] = tokenOf(leaving)
  const jwt = (await leaving.browser.post(`/v1/client/sessions/${leaving.sessionId}/tokens`)).json.jwt as string
  await leaving.browser.post('/v1/client/sessions?_method=DELETE')
  // A lost answer's grace is over.
  stage.advance(31_000)
  // It ends its client when it comes back first; the walk is about what comes after.
  await leaving.browser.get('/v1/client', { cookie: `${cookie}=${retired}` })
  return { cookie, other, otherCookie, hosted, retired, jwt }
}

const base64 = 'A'.repeat(43)

/** What a browser might send in place of its client cookie, none of which is one of this instance. @param token a good one */
export function wrongCookies(strangers: Strangers, token: string): { readonly [name: string]: string } {
  const { cookie, otherCookie, other, hosted, retired, jwt } = strangers
  const [id = '', secret = ''] = token.split('.')
  const as = (value: string) => `${cookie}=${value}`
  return {
    'no cookie': '',
    'the token of another instance': as(other),
    'the cookie of another instance': `${otherCookie}=${other}`,
    'the token of a production instance': as(hosted),
    'a token that was replaced': as(retired),
    'her token under another name': `__client=${token}; __client_x=${token}; x${cookie}=${token}`,
    'her token cut short': as(token.slice(0, -1)),
    'her token and more': as(`${token}A`),
    'her token with another last letter': as(token.slice(0, -1) + (token.endsWith('A') ? 'Q' : 'A')),
    'her id with another secret': as(`${id}.${base64}`),
    "her id with a stranger's secret": as(`${id}.${retired.split('.')[1]!}`),
    'her id with no secret': as(`${id}.`),
    "a stranger's id with her secret": as(`${retired.split('.')[0]!}.${secret}`),
    'her token in capitals': as(token.toUpperCase()),
    'her token spelled otherwise': as(token.replace('.', '%2E')),
    'a session token': `${as(jwt)}; __session=${jwt}`,
    'a session token alone': `__session=${jwt}; __client_uat=9999999999; __clerk_db_jwt=dvb_1`,
    'an unsigned token': `${as('eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c2VyXzEifQ.')}`,
    'a word': as('null'),
    nothing: as(''),
    'letters that are no ASCII': as('\u00e9\u00ff'),
    '60 kB': as('a'.repeat(60_000)),
    '2000 cookies': Array.from({ length: 2000 }, (_, i) => `c${i}=${i}`).join('; '),
    'no pair': ';;= =;',
  }
}

/** What may stand in an Authorization header and is no secret key of an instance. */
export function wrongAuthorizations(stage: Stage, jwt: string): { readonly [name: string]: string } {
  const { home } = stage
  const key = home.secretKey
  return {
    nothing: '',
    Bearer: 'Bearer',
    'Bearer and a space': 'Bearer ',
    'three words': 'Bearer a b c',
    'a broken escape': 'Bearer %E0%A4%A',
    '60 kB': `Bearer sk_test_${'a'.repeat(60_000)}`,
    'letters that are no ASCII': 'Bearer sk_test_\u00e9',
    Basic: 'Basic x',
    'the key as a password': `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
    'the key alone': key,
    'the publishable key': `Bearer ${home.publishableKey}`,
    'the key cut short': `Bearer ${key.slice(0, -1)}`,
    'the key and more': `Bearer ${key}0`,
    'the key in capitals': `Bearer ${key.toUpperCase()}`,
    'the key as one for production': `Bearer ${key.replace('test', 'live')}`,
    'the key twice': `Bearer ${key}, Bearer ${key}`,
    'a key of nobody': `Bearer sk_test_${'0'.repeat(64)}`,
    'a session token': `Bearer ${jwt}`,
    'another scheme': asServer(home).authorization!.replace('Bearer', 'Token'),
  }
}
