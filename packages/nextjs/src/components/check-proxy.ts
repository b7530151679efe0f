import { appPort, readEnvironment } from '../platform/environment.ts'
import { liveFetch, timeout } from '../platform/fetch.ts'
import { problem } from '../problems/problem.ts'
import { tell } from '../problems/tell.ts'
import { PREFIX } from '../settings/prefix.ts'
import { basePath } from '../platform/base-path.ts'

const name = Symbol.for('latchkey.nextjs.proxy-checked')
const holder = globalThis as { [name]?: true }

/** Looks once, in development, whether the app's middleware takes the path it has to, and tells the terminal if it does not. */
export function checkProxy(): void {
  const port = appPort()
  if (!readEnvironment().development || port === undefined || holder[name]) return
  holder[name] = true
  void askSelf(`http://localhost:${port}${basePath}${PREFIX}/v1/environment`)
}

/** Follows redirects: an app with `trailingSlash` sends everybody to the path that ends in one. */
async function askSelf(url: string): Promise<void> {
  const answer = await liveFetch(url, { signal: timeout(20_000), redirect: 'follow' }).catch(() => null)
  await answer?.body?.cancel()
  if (answer === null || answer.headers.has('latchkey-proxy') || answer.headers.has('latchkey-problem')) return
  tell(problem('proxy_missing'))
}
