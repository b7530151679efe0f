import { cardPage } from './layout.ts'
import { markup } from './markup.ts'

/** Why the link of a mail leads nowhere. */
export type LinkProblem = 'expired' | 'used' | 'invalid' | 'failed'

const WORDS: Readonly<Record<LinkProblem, readonly [what: string, remedy: string]>> = {
  expired: ['This link is too old', 'Go back to where you began and ask for a new one.'],
  used: ['This link was used before', 'Each link works once: if nothing waits for it any more, you are done; otherwise ask for a new one.'],
  invalid: ['This link is not one of ours', 'Open it from the mail itself, in full, and take the newest mail if there are several.'],
  failed: ['This link no longer works', 'Go back to where you began and start again: the attempt it belongs to has ended.'],
}

/** The link of a mail, when it is good for nothing. */
export function linkProblemPage({ applicationName, problem }: { readonly applicationName: string; readonly problem: LinkProblem }): string {
  const [what, remedy] = WORDS[problem]
  return cardPage({
    title: what,
    applicationName,
    body: markup`<h1>${what}</h1>
<p>${remedy}</p>`,
  })
}
