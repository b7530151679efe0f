import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { createProgram } from './program.ts'
import { runLatchkey } from './testing/run-latchkey.ts'

interface Named {
  name(): string
  readonly options: readonly { readonly long?: string | undefined }[]
  readonly commands: readonly Named[]
}

const program: Named = createProgram({
  environment: {},
  cwd: '/',
  command: 'latchkey',
  checkout: null,
  print: () => {},
  complain: () => {},
  ask: null,
  stopped: Promise.resolve(),
})

const paths = (command: Named, before: readonly string[] = []): { readonly path: readonly string[] }[] =>
  command.commands.flatMap((each) => [{ path: [...before, each.name()] }, ...paths(each, [...before, each.name()])])

/** The command that words call. */
const called = (command: Named, [word, ...words]: readonly string[]): Named => {
  const next = command.commands.find((each) => each.name() === word)
  return next === undefined ? command : called(next, words)
}

test.each(paths(program))('$path has help with examples, whose options there are', async ({ path }) => {
  const { code, said, complained } = await runLatchkey([...path, '--help'])
  expect([code, complained]).toEqual([0, []])
  const examples = said.join('\n').split('\nExamples:\n')[1]!.trim().split('\n')
  expect(examples.join('\n')).toContain(`latchkey ${path.join(' ')}`)
  for (const example of examples) {
    const words = example.split('latchkey ').slice(1).join('latchkey ').split(' ')
    const known = called(program, words).options.map(({ long }) => long)
    for (const option of words.filter((word) => word.startsWith('--'))) expect(known).toContain(option)
  }
})

test('the version is that of the package', async () => {
  expect(await runLatchkey(['--version'])).toEqual({ code: 0, said: [manifest.version], complained: [] })
})

test.each([
  [['foo'], "Unknown command 'foo'. See latchkey --help."],
  [['apps', 'lst'], "Unknown command 'lst'. Did you mean list? See latchkey apps --help."],
  [['apps', 'list', '--jsn'], "Unknown option '--jsn'. Did you mean --json? See latchkey apps list --help."],
  [['apps', 'create'], "Missing required argument 'name'. See latchkey apps create --help."],
  [['env', '--app'], "Option '--app <name>' argument missing. See latchkey env --help."],
  [['dev', 'now'], "Too many arguments for 'dev'. Expected 0 arguments but got 1: now. See latchkey dev --help."],
])('%j is answered with a sentence and where help is', async (args, sentence) => {
  expect(await runLatchkey(args)).toEqual({ code: 2, said: [], complained: [sentence] })
})

test.each([[[]], [['apps']]])('%j lists what there is', async (args) => {
  const { code, said, complained } = await runLatchkey(args)
  expect([code, said]).toEqual([2, []])
  expect(complained.join('\n')).toMatch(/Commands:\n {2}\w+/)
})

test.each([
  [['apps', 'create', ' '], 'The name is empty. Write one, such as latchkey apps create "My shop".'],
  [['apps', 'create', 'Shop', '--production', 'https://x'], '"https://x" is not a host name. Write one such as clerk.example.com.'],
  [['doctor', '--url', 'shop'], '"shop" is not an address of an app. Write one such as http://localhost:3000.'],
  [['audit', '--limit', 'all'], '"all" is not a valid value for --limit. Write a number from 1 to 999999.'],
  [['audit', '--since', 'then'], '"then" is not a valid value for --since. Write a number with m, h or d, such as 24h.'],
  [['apps', 'allow-origin', 'nonsense'], '"nonsense" is not an origin. Write one such as https://app.example.com.'],
])('%j has a value that is none: 2, as every command line that is not understood', async (args, sentence) => {
  expect(await runLatchkey(args)).toEqual({ code: 2, said: [], complained: [sentence] })
})
