import { cookieNames } from '@latchkey/backend'
import { expect, test } from 'vitest'
import { realServer } from '../packages/nextjs/src/testing/real-server.ts'
import { visitor } from '../packages/nextjs/src/testing/stage.ts'

const real = realServer()

// A request with a token that was replaced twice meanwhile ended in 401, and its answer deleted the newer token from the browser.
test('what the server does not know any more goes out of sight, and the browser keeps its client token', async () => {
  const names = cookieNames(real.app.publishableKey)
  const browser = visitor()
  browser.cookies.set(names.client, 'replaced-long-ago').set(names.session, 'x.y.z').set(names.hint, 'in')
  const outcome = await browser.page('/main')
  expect(outcome.status).toBe(307)
  expect([...browser.cookies.keys()]).toEqual([names.client])
  expect(outcome.set.some((line) => line.startsWith(names.client))).toBe(false)
  const open = await visitor({ publicRoutes: ['/'] }).page('/', { cookie: `${names.client}=replaced-long-ago` })
  expect(open.seen('cookie')).toBeNull()
})
