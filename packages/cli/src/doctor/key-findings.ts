import { FIRST_PARTY_HEADERS, frontendApiUrl, parsePublishableKey } from '@latchkey/protocol'
import { now } from '../platform/clock.ts'
import { send } from '../platform/fetch.ts'
import { bad, type Finding, good } from './finding.ts'

/** The app allows for more; from here on, codes and tokens begin to look expired. */
const CLOCKS_APART_MS = 5_000

/** What advice names: how `latchkey` is called here, and the file of the app's keys. */
interface Advice {
  readonly command: string
  readonly envFile: string
}

/** The app's keys, and what the server they name says of them. @param app where browsers reach the app */
export async function keyFindings(
  env: { readonly [name: string]: string | undefined },
  app: string,
  { command, envFile }: Advice,
): Promise<readonly Finding[]> {
  const print =
    `Write both keys again: ${command} env --write ${envFile.includes(' ') ? `"${envFile}"` : envFile}, with --app for ` +
    'another application than the first.'
  const [publishable, secret] = [env.NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY, env.LATCHKEY_SECRET_KEY]
  if (!publishable || !secret) {
    const missing = [!publishable && 'NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY', !secret && 'LATCHKEY_SECRET_KEY'].filter(
      (name) => name !== false,
    )
    return [bad('keys', `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set.`, print)]
  }
  const parsed = parsePublishableKey(publishable)
  if (parsed === null) return [bad('keys', 'NEXT_PUBLIC_LATCHKEY_PUBLISHABLE_KEY cannot be read.', print)]
  const kind = /^sk_(test|live)_/.exec(secret)?.[1]
  if (kind === undefined) return [bad('keys', 'LATCHKEY_SECRET_KEY cannot be read.', print)]
  if ((kind === 'live') !== (parsed.instanceType === 'production'))
    return [bad('keys', 'One key is for development and the other for production.', print)]
  const server = frontendApiUrl(parsed.frontendApi)
  const headers = { [FIRST_PARTY_HEADERS.secretKey]: secret, [FIRST_PARTY_HEADERS.proxyUrl]: `${app}/__latchkey` }
  try {
    const began = now()
    const answer = await send(`${server}/v1/latchkey/session`, {
      method: 'POST',
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    })
    const apart = clocksApart(answer.headers.get('date'), began, now())
    const text = await answer.text()
    return [
      good('server', `The server at ${new URL(server).origin} answers.`),
      keyFinding(answer.status, text, app, { command, print }),
      clockFinding(apart),
    ]
  } catch {
    return [
      bad(
        'server',
        `The server at ${new URL(server).origin} does not answer.`,
        "Start it (npm start in Latchkey's folder), or write the keys of the one that runs.",
      ),
    ]
  }
}

function keyFinding(
  status: number,
  text: string,
  app: string,
  { command, print }: { readonly command: string; readonly print: string },
): Finding {
  // Asked for nobody: past the keys, it says that nobody is signed in.
  if (status < 400 || (status === 401 && text.includes('signed_out'))) return good('keys', 'The server accepts both keys.')
  if (text.includes('origin_invalid'))
    return bad('origin', `The server does not allow ${app}.`, `Allow it: ${command} apps allow-origin ${app}.`)
  if (text.includes('proxy_request_invalid_secret_key'))
    return bad('keys', 'The server does not accept the secret key for this publishable key.', print)
  return bad('keys', `The server does not know the application of these keys (it answered ${status}).`, print)
}

/** How many seconds of a server's clock are not explained by the way of the answer; its Date has whole seconds. */
function clocksApart(date: string | null, began: number, ended: number): number {
  const theirs = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(theirs)) return 0
  return theirs + 1_000 < began ? theirs + 1_000 - began : theirs > ended ? theirs - ended : 0
}

function clockFinding(apartMs: number): Finding {
  if (Math.abs(apartMs) <= CLOCKS_APART_MS) return good('clock', 'The clocks of server and app agree.')
  return bad(
    'clock',
    `The server's clock is ${Math.round(Math.abs(apartMs) / 1000)} seconds ${apartMs > 0 ? 'ahead of' : 'behind'} this one.`,
    'Set both by a time server (NTP).',
  )
}
