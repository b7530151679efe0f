import { LANGUAGES } from '@latchkey/words'
import { describe, expect, it } from 'vitest'
import { linkDonePage, type LinkElsewhere, linkElsewherePage, type LinkProblem, linkProblemPage } from './link-pages.ts'

const { en } = LANGUAGES

const elsewhere: LinkElsewhere = {
  applicationName: 'Acme',
  code: '482913',
  requestedFrom: { browser: 'Firefox', type: 'Windows', ipAddress: '192.0.2.1' },
  requestedAt: Date.UTC(2026, 10, 23, 9, 30),
  minutesLeft: 8,
  purpose: 'sign_in',
}

describe('linkElsewherePage', () => {
  it('shows the code, once to the eye and digit by digit to the ear', () => {
    const page = linkElsewherePage(elsewhere, en)
    expect(page).toContain('<span aria-hidden="true">482913</span><span class="sr">4 8 2 9 1 3</span>')
    expect(page).toContain('8 minutes')
    expect(linkElsewherePage({ ...elsewhere, minutesLeft: 1 }, en)).toContain('1 minute.')
  })

  it('says who asked, and what to do if it was somebody else', () => {
    const page = linkElsewherePage(elsewhere, en)
    const facts = ['Firefox on Windows', '192.0.2.1', 'IP address', '23 November 2026, 09:30 UTC', 'never share the code']
    for (const fact of facts) expect(page).toContain(fact)
    expect(linkElsewherePage({ ...elsewhere, requestedFrom: { ...elsewhere.requestedFrom, ipAddress: null } }, en)).not.toContain(
      'IP address',
    )
  })

  it('has nothing that could be clicked, submitted or run, and keeps the code out of the title', () => {
    expect(linkElsewherePage(elsewhere, en)).not.toMatch(/<(?:a|form|button|input|script|iframe)\b|http-equiv/)
    expect(linkElsewherePage(elsewhere, en)).toContain('<title>Your code · Acme</title>')
  })

  it.each([
    ['sign_in', 'Sign in to Acme', 'Nobody can sign in'],
    ['sign_up', 'Confirm your email for Acme', 'No account is created'],
    ['identification', 'Add this email to your Acme account', 'The address isn’t added'],
  ] as const)('speaks of what it is for: %s', (purpose, heading, outcome) => {
    const page = linkElsewherePage({ ...elsewhere, purpose }, en)
    expect(page).toContain(`<h1>${heading}</h1>`)
    expect(page).toContain(outcome)
  })
})

describe('linkDonePage', () => {
  it('leads on where there is somewhere to go', () => {
    const on = linkDonePage({ applicationName: 'Acme', continueUrl: 'https://app.test/x' }, en)
    expect(on).toContain('href="https://app.test/x">Continue to Acme')
    expect(linkDonePage({ applicationName: 'Acme', continueUrl: null }, en)).not.toContain('<a ')
  })
})

describe('linkProblemPage', () => {
  const problems = ['expired', 'used', 'invalid', 'failed'] as const satisfies readonly LinkProblem[]

  it.each(problems)('says of %s what it is and what to do', (problem) => {
    const page = linkProblemPage({ applicationName: 'Acme', problem }, en)
    const [, what, remedy] = /<h1>([^<]+)<\/h1>\n<p>([^<]+\.)<\/p>/.exec(page)!
    expect(page).toContain(`<title>${what} · Acme</title>`)
    expect(remedy).not.toBe('')
    for (const other of problems) {
      if (other !== problem) expect(linkProblemPage({ applicationName: 'Acme', problem: other }, en)).not.toContain(remedy)
    }
  })
})
