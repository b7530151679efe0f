import { expect, test } from 'vitest'
import { countReport } from './unit-phase.ts'

const passed = { status: 'passed', fullName: 'a sum', failureMessages: [] }
const failed = { status: 'failed', fullName: 'a difference', failureMessages: ['AssertionError: 1 is not 2\n  at home'] }
const file = { name: '/here/sum.test.ts', message: '' }

test('tests are counted, and what failed is told', () => {
  const testResults = [
    { ...file, status: 'passed', assertionResults: [passed, passed] },
    { ...file, status: 'failed', assertionResults: [passed, failed] },
  ]
  expect(countReport({ numPassedTests: 3, numFailedTests: 1, testResults })).toEqual({
    passed: 3,
    failed: 1,
    failures: ['/here/sum.test.ts > a difference\n    AssertionError: 1 is not 2\n      at home'],
  })
})

test('a file that could not be loaded is a failure', () => {
  const testResults = [
    { ...file, status: 'passed', assertionResults: [passed] },
    { ...file, status: 'failed', message: 'No such module.', assertionResults: [] },
  ]
  expect(countReport({ numPassedTests: 1, numFailedTests: 0, testResults })).toEqual({
    passed: 1,
    failed: 1,
    failures: ['/here/sum.test.ts\n    No such module.'],
  })
})
