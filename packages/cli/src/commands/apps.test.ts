import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, inject, it } from 'vitest'
import { main } from '../main.ts'

let said: string[]
let complained: string[]
let environment: Record<string, string>

/** Runs a command line and answers its exit code. */
const latchkey = (...args: readonly string[]) =>
  main(args, {
    environment,
    print: (text) => void said.push(text),
    complain: (text) => void complained.push(text),
    stopped: Promise.resolve(),
  })

const settings = async () => {
  said.length = 0
  expect(await latchkey('apps', 'settings', '--json')).toBe(0)
  return JSON.parse(said.join('')) as { name: string; settings: Record<string, string>; allowed_origins: string[] }
}

beforeEach(async () => {
  said = []
  complained = []
  environment = { LATCHKEY_DATA_DIR: mkdtempSync(join(inject('scratch'), 'apps-')) }
  await latchkey('apps', 'create', 'Shop')
})

it('shows every setting with what it may be, and changes those that are named', async () => {
  said.length = 0
  expect(await latchkey('apps', 'settings')).toBe(0)
  expect(said[0]).toBe('Shop\n')
  expect(said.find((line) => line.trim().startsWith('sign-up '))).toMatch(/^ {2}sign-up +public +who may sign up.*\(public or restricted\)$/)

  said.length = 0
  expect(await latchkey('apps', 'settings', 'sign-up=restricted', 'home-url=https://shop.example.com/?a=b', '--app', 'Shop')).toBe(0)
  expect(said.slice(1)).toEqual([expect.stringMatching(/^ {2}sign-up +restricted /), expect.stringMatching(/^ {2}home-url +https:\/\/shop\.example\.com\/\?a=b /)])
  expect((await settings()).settings).toMatchObject({ 'sign-up': 'restricted', 'home-url': 'https://shop.example.com/?a=b', sessions: 'one' })
  expect(complained).toEqual([])
})

it.each([
  [['sign-up=closed'], '"closed" is no value of sign-up: say public or restricted.'],
  [['signup=public'], 'There is no setting "signup": latchkey apps settings shows them all.'],
  [['sign-up'], '"sign-up" changes nothing: say which setting and what it shall be, such as sign-up=restricted.'],
  [['sign-up=public', '--app', 'Other'], 'There is no application "Other": latchkey apps list shows them.'],
])('says in a line what cannot be done: %j', async (args, sentence) => {
  const before = await settings()
  expect(await latchkey('apps', 'settings', ...args)).toBe(1)
  expect(complained).toEqual([sentence])
  expect(await settings()).toEqual(before)
})

it('allows origins and refuses them again', async () => {
  expect(await latchkey('apps', 'allow-origin', 'https://shop.example.com/some/page')).toBe(0)
  expect((await settings()).allowed_origins).toEqual(['https://shop.example.com'])
  expect(await latchkey('apps', 'refuse-origin', 'https://shop.example.com')).toBe(0)
  expect((await settings()).allowed_origins).toEqual([])
  expect(await latchkey('apps', 'refuse-origin', 'https://shop.example.com')).toBe(1)
  expect(await latchkey('apps', 'refuse-origin', 'nonsense')).toBe(1)
  expect(complained).toEqual([
    'Shop took no calls from https://shop.example.com: latchkey apps settings shows from where it does.',
    'Which origin? Say latchkey apps refuse-origin https://app.example.com.',
  ])
})
