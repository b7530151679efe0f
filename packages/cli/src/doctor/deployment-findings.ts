import { connect } from 'node:net'
import { parseSmtpUrl } from '@latchkey/server/operator'
import { unknownProxy } from '../config/unknown-proxy.ts'
import { bad, type Finding, good } from './finding.ts'

type Environment = { readonly [name: string]: string | undefined }

/**
 * What only shows once the app or the server is deployed, as far as the environment here says it.
 * @param app where browsers reach the app
 */
export async function deploymentFindings(env: Environment, app: string): Promise<readonly Finding[]> {
  const findings = [addressFinding(env, app), proxyFinding(env), await smtpFinding(env)]
  return findings.filter((finding) => finding !== null)
}

function addressFinding({ LATCHKEY_TRUSTED_HOPS: hops }: Environment, app: string): Finding | null {
  const local = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(app).hostname)
  if (hops !== undefined && hops !== '' && !/^\d{1,2}$/.test(hops))
    return bad(
      'visitors',
      `LATCHKEY_TRUSTED_HOPS is "${hops}", which counts as 0: visitors have no address, and limits by address do nothing.`,
      'Write the number of proxies of yours in front of the app, such as 1.',
    )
  if (local) return null
  if (!Number(hops))
    return bad(
      'visitors',
      "The app does not know its visitors' addresses, so that limits by address do nothing.",
      'Set LATCHKEY_TRUSTED_HOPS to the number of proxies of yours in front of the app, such as 1.',
    )
  return good('visitors', `Visitors' addresses are taken from ${hops} of your proxies.`)
}

/** Where this is the environment of a server for production as well. */
function proxyFinding({
  LATCHKEY_PUBLIC_URL: publicUrl,
  LATCHKEY_HOST: host,
  LATCHKEY_TRUSTED_PROXIES: proxies,
}: Environment): Finding | null {
  if (!publicUrl?.startsWith('https:')) return null
  const unknown = unknownProxy({ publicUrl, host: host || '0.0.0.0', trustedProxies: proxies ? [proxies] : [] })
  return unknown === null
    ? good('proxies', "The server takes visitors' addresses from its proxies.")
    : bad('proxies', unknown.what, unknown.remedy)
}

async function smtpFinding({ LATCHKEY_SMTP_URL: url }: Environment): Promise<Finding | null> {
  if (!url) return null
  try {
    const { host, port } = parseSmtpUrl(url)
    const failure = await tryConnect(host, port)
    return failure === null
      ? good('email', `The email server at ${host}:${port} can be reached.`)
      : bad(
          'email',
          `The email server at ${host}:${port} cannot be reached (${failure}).`,
          'Check the host and port in LATCHKEY_SMTP_URL, and that this machine may connect to it.',
        )
  } catch (error) {
    return bad(
      'email',
      `LATCHKEY_SMTP_URL: ${(error as Error).message}`,
      'Write smtp://user:password@host:587, with special characters encoded.',
    )
  }
}

function tryConnect(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5_000 })
    const end = (failure: string | null) => {
      socket.destroy()
      resolve(failure)
    }
    socket
      .once('connect', () => end(null))
      .once('timeout', () => end('no answer in 5 seconds'))
      .once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message))
  })
}
