import type { Environment } from '@latchkey/js'
import type { Method, Mode } from './types.ts'

/** The strategy's name on the wire. */
export const STRATEGY = { link: 'email_link', code: 'email_code' } as const satisfies Record<Method, string>

/** What a request says of the way to prove an address, and where its link comes back to. */
export const waysOf = ({ method, redirectUrl }: { readonly method: Method; readonly redirectUrl: string }) => ({
  strategy: STRATEGY[method],
  ...(method === 'link' && { redirectUrl }),
})

/** What a strategy asks of a person; a code where it is none of the two. */
export const methodOf = (strategy: string | null): Method => (strategy === STRATEGY.link ? 'link' : 'code')

/** The ways to prove an address that an instance offers, the one with a link first: its mail carries a code as well. */
export function methodsOf({ emailAddress }: Environment, mode: Mode): readonly Method[] {
  const strategies = mode === 'signIn' ? emailAddress.firstFactors : emailAddress.verifications
  const offered = (['link', 'code'] as const).filter((method) => strategies.includes(STRATEGY[method]))
  return offered.length === 0 ? ['code'] : offered
}
