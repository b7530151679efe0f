import { expect, test } from 'vitest'
import { problem, type ProblemCode } from './problem.ts'
import { problemPage } from './problem-page.ts'

test.each<[ProblemCode, string]>([
  ['server_unreachable', 'Latchkey can’t be reached'],
  ['server_other', 'Latchkey can’t be reached'],
  ['secret_key_refused', 'Latchkey is not set up'],
  ['instance_unknown', 'Latchkey is not set up'],
])('the heading says of %s what the sentence below it says', (code, heading) => {
  const page = problemPage(problem(code), { status: 503 })
  expect(page).toContain(`<h1>${heading}</h1>`)
  expect(page).toContain('>Try again</a>')
})
