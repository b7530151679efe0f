import { expect, test } from 'vitest'
import { runLatchkey } from '../testing/run-latchkey.ts'

test.each([
  [[], 'Latchkey Backend API', '/v1/users/{user_id}'],
  [['--api', 'frontend'], 'Latchkey Frontend API', '/v1/client/sign_ins/{sign_in_id}'],
  [['--api', 'settings'], 'Latchkey settings API', '/v1/latchkey/settings'],
])('%j prints one document and nothing else', async (args, title, path) => {
  const { code, said, complained } = await runLatchkey(['openapi', ...args])
  expect([code, complained]).toEqual([0, []])
  const document = JSON.parse(said.join('\n')) as { readonly info: object; readonly paths: object }
  expect(document.info).toMatchObject({ title })
  expect(Object.keys(document.paths)).toContain(path)
})

test('an API that there is not is told, with those that there are', async () => {
  expect(await runLatchkey(['openapi', '--api', 'front'])).toEqual({
    code: 2,
    said: [],
    complained: ['There is no API "front". Write frontend, backend or settings.'],
  })
})
