import { expect, test } from 'vitest'
import { problem } from './problem.ts'

test.each([
  ['http://localhost:4000', '("npx latchkey dev" '],
  ['http://localhost:4700', '("LATCHKEY_PORT=4700 npx latchkey dev" '],
  ['http://clerk.shop.localhost:4700', '("LATCHKEY_PORT=4700 npx latchkey dev" '],
  ['http://localhost', '("npx latchkey dev" '],
  ['https://clerk.example.com:8443', '("npx latchkey dev" '],
])('a server at %s is started by a command that puts it there', (server, command) => {
  expect(problem('server_unreachable', server).remedy).toContain(command)
})
