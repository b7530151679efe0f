import { LANGUAGES } from '@latchkey/words'
import { describe, expect, it } from 'vitest'
import { pathsIn, pathsOf, pseudo, strayWords, textsOf } from '../../../../words/src/testing/pseudo.ts'
import type { RenderedEmail } from '../message.ts'
import type { Notice } from './security-notice.ts'
import { writersIn } from './writers.ts'

const write = writersIn(pseudo(LANGUAGES.en)).email
const from = { ipAddress: '192.0.2.1', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/141.0.0.0 Safari/537.36' }
const unknown = { ipAddress: null, userAgent: 'x' }
const brand = { logoUrl: 'https://7.7/7', colors: null, supportEmail: '7@7.7', termsUrl: 'https://7.7/', privacyUrl: 'https://7.7/' }
const code = { applicationName: '7', code: '123456', link: 'https://7.7/7', requestedFrom: from, requestedAt: 0, minutes: 10, brand }
const notices = Object.keys(LANGUAGES.en.messages.email.notices) as Notice[]
const purposes = ['sign_in', 'sign_up', 'identification', 'reverification'] as const

const emails: readonly (readonly [string, RenderedEmail])[] = [
  ...purposes.map((purpose) => [purpose, write({ ...code, purpose })] as const),
  ['from nobody knows where', write({ ...code, purpose: 'sign_in', requestedFrom: unknown })],
  ...notices.map((notice) => [notice, write({ notice, applicationName: '7', address: '7@7.7', from, at: 0 })] as const),
]

/** Names of products, and where something leads. */
const data = ['Chrome', 'Windows', /https?:\/\/\S+/]

describe.each(emails)('the email %s', (_, { subject, text, html }) => {
  it.each([
    ['subject', [subject]],
    ['text', text.split('\n')],
    ['HTML', textsOf(html)],
  ])('says nothing but words of its language: %s', (_form, texts) => {
    expect(texts.join('')).toContain('⟦messages.email.')
    expect(strayWords(texts, data)).toEqual([])
  })
})

it('there is no word for emails that none of them says', () => {
  const shown = pathsIn(emails.flatMap(([, { subject, text, html }]) => [subject, text, html]).join(''))
  const all = [...pathsOf(LANGUAGES.en.messages, 'messages'), ...pathsOf(LANGUAGES.en.requester, 'requester')]
  expect(all.filter((path) => !shown.has(path))).toEqual([])
})
