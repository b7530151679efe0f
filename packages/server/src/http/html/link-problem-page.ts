import type { Identity } from './identity.ts'
import { cardPage } from './layout.ts'
import { markup } from './markup.ts'

/** Why the link of a mail leads nowhere. */
export type LinkProblem = 'expired' | 'used' | 'invalid' | 'failed'

const WORDS: Readonly<Record<LinkProblem, readonly [what: string, remedy: string]>> = {
  expired: ['This link has expired', 'Go back to where you started and request a new one.'],
  used: ['This link was already used', 'Each link works once. If you’re not signed in, go back and request a new one.'],
  invalid: ['This link isn’t valid', 'Open it from our latest email, or copy the whole link.'],
  failed: ['This link no longer works', 'Go back to where you started and try again.'],
}

/** The link of a mail, when it is good for nothing. */
export function linkProblemPage({
  applicationName,
  identity = null,
  problem,
}: {
  readonly applicationName: string
  readonly identity?: Identity | null
  readonly problem: LinkProblem
}): string {
  const [what, remedy] = WORDS[problem]
  return cardPage({
    identity,
    title: what,
    applicationName,
    body: markup`<h1>${what}</h1>
<p>${remedy}</p>`,
  })
}
