import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nextProblem } from './next-problem.ts'

const { peerDependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  peerDependencies: { next: string }
}

test.each([
  ['15.2.5', '15.5.18'],
  ['15.3.0', '15.5.18'],
  ['15.4.7', '15.5.18'],
  ['15.5.6', '15.5.18'],
  ['16.0.0', '16.2.6'],
  ['16.0.6', '16.2.6'],
])('Next.js %s is told, with the version to take', (version, safe) => {
  const { what, remedy } = nextProblem(version)!
  expect([what, remedy]).toEqual([
    expect.stringContaining(`Next.js ${version} has the security hole CVE-2025-55182: any visitor can run code`),
    expect.stringContaining(`npm install next@${safe}`),
  ])
  expect(admits(version)).toBe(false)
  expect([nextProblem(safe), admits(safe)]).toEqual([null, true])
})

test.each(['15.2.6', '15.4.8', '15.5.7', '15.5.17', '16.0.7', '16.1.0', '16.2.5'])(
  "Next.js %s runs nobody's code, and shows pages past the middleware",
  (version) => {
    expect(nextProblem(version)!.what).toContain(
      `Next.js ${version} has the security holes CVE-2026-44575 and CVE-2026-45109: it shows private pages`,
    )
    expect(admits(version)).toBe(false)
  },
)

test.each(['15.5.18', '15.5.29', '16.2.6', '16.4.5', '17.0.0'])('%s is fine', (version) => {
  expect([nextProblem(version), admits(version)]).toEqual([null, true])
})

test.each([null, '', 'x', '14.2.0'])('%j is not told', (version) => expect(nextProblem(version)).toBeNull())

/** Does the package admit it? Its range is made of `>=a <b` alone. */
function admits(version: string): boolean {
  const number = (text: string) => text.split('.').reduce((all, part) => all * 1000 + Number(part), 0)
  return peerDependencies.next.split('||').some((part) =>
    part
      .trim()
      .split(' ')
      .every((bound) => {
        const [, sign, text] = /^(>=|<)(\d+\.\d+\.\d+)$/.exec(bound)!
        return sign === '<' ? number(version) < number(text!) : number(version) >= number(text!)
      }),
  )
}
