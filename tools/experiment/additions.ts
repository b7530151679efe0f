/** Text that goes into a file behind text that is there once. */
export interface Insertion {
  readonly file: string
  readonly after: string
  readonly text: string
}

/** Something that a version of the product does not have, told to it in two steps. */
export interface Addition {
  readonly name: string
  /** Its name, where names stand: the tables of `protocol`. */
  readonly names: readonly Insertion[]
  /** What the product files then need that the compiler names. New files stand below `overlay/`. */
  readonly filled: readonly Insertion[]
}

const server = 'packages/server/src'
const attributes = 'packages/protocol/src/attributes.ts'
const strategies = 'packages/protocol/src/strategies.ts'
const registry = `${server}/strategies/registry.ts`

const traits = (name: string, of: string): Insertion => ({
  file: strategies,
  after: 'export const STRATEGIES = {\n',
  text: `  ${name}: { ${of} },\n`,
})

const registered = (name: string, made: string, folder: string, exported: string): readonly Insertion[] => [
  { file: registry, after: '  return {\n', text: `    ${name}: ${made},\n` },
  {
    file: registry,
    after: "import { emailCode } from './email-code/email-code.ts'\n",
    text: `import { ${exported} } from './${folder}/${folder}.ts'\n`,
  },
]

const BADGE_EVENTS = ['created', 'verified', 'updated', 'deleted', 'failed', 'refused']

/** An identifier that a delivered code proves. */
const badge: Addition = {
  name: 'an identifier (badge_number) and the code that proves it',
  names: [
    { file: attributes, after: '  email_address: { identifies: true },\n', text: '  badge_number: { identifies: true },\n' },
    traits(
      'badge_code',
      "kind: 'code', factors: ['first'], channels: ['email'], judging: 'local', secret: 'hashed', " +
        "identifier: 'badge_number', enrolled: false",
    ),
  ],
  filled: [
    {
      file: `${server}/domain/identifiers/rules.ts`,
      after: 'export const IDENTIFIERS: { readonly [Name in IdentifierName]: IdentifierRules } = {\n',
      text: '  badge_number: badgeNumber,\n',
    },
    {
      file: `${server}/domain/identifiers/rules.ts`,
      after: "import type { IdentifierName } from '@latchkey/protocol'\n",
      text: "import { badgeNumber } from './badge-number.ts'\n",
    },
    {
      file: `${server}/domain/settings/attributes.ts`,
      after: 'export const ATTRIBUTES: Readonly<Record<UserAttribute, AttributeTraits>> = {\n',
      text: "  badge_number: { label: 'badge number', identifies: TRAITS.badge_number.identifies, storedAs: 'badgeNumber' },\n",
    },
    {
      file: `${server}/domain/settings/instance-settings.ts`,
      after: 'export const DEFAULT_SETTINGS: InstanceSettings = {\n  attributes: {\n',
      text:
        "    badge_number: { ...plain, enabled: true, required: false, usedForFirstFactor: true, firstFactors: ['badge_code'], " +
        "verifications: ['badge_code'], verifyAtSignUp: true },\n",
    },
    {
      file: `${server}/domain/settings/settings-table.ts`,
      after: 'const ROWS: RowsOf<InstanceSettings> = {\n  attributes: {\n',
      text: "    badge_number: attributeRows('badge_number', '0.2.0'),\n",
    },
    {
      file: `${server}/storage/migrations/index.ts`,
      after: 'const PRIMARY_COLUMN: { readonly [Name in IdentifierName]: Migration } = {\n',
      text: '  badge_number: badges,\n',
    },
    {
      file: `${server}/storage/migrations/index.ts`,
      after: "import { core } from './0001-core.ts'\n",
      text: "import { badges } from './0099-badges.ts'\n",
    },
    {
      file: `${server}/wire/user-json.ts`,
      after: 'const LISTED: { readonly [Name in IdentifierName]: (view: UserView, now: number) => Partial<UserJSON> } = {\n',
      text: '  badge_number: () => ({}),\n',
    },
    {
      file: 'packages/cli/src/audit/event-words.ts',
      after: 'const WORDS: Words = {\n',
      text: BADGE_EVENTS.map((event) => `  'badge_number.${event}': () => 'Something about a badge',\n`).join(''),
    },
    ...registered('badge_code', 'badgeCode(ports)', 'badge-code', 'badgeCode'),
  ],
}

/** A second factor that takes its time to judge, and whose memory is sealed. */
const riddle: Addition = {
  name: 'a second factor (riddle)',
  names: [
    traits(
      'riddle',
      "kind: 'secret', factors: ['second'], channels: [], judging: 'slow', secret: 'sealed', identifier: null, enrolled: true",
    ),
  ],
  filled: [
    {
      file: `${server}/domain/settings/second-factor-rows.ts`,
      after: 'SaidOfFactor } = {\n',
      text: "  riddle: { label: 'Riddle', sentence: 'Whether people may set up a riddle.', attribute: null },\n",
    },
    ...registered('riddle', 'riddle()', 'riddle', 'riddle'),
  ],
}

/** A strategy that sends the browser elsewhere and asks there. */
const oracle: Addition = {
  name: 'a remote strategy (oracle)',
  names: [
    traits(
      'oracle',
      "kind: 'redirect', factors: ['first'], channels: [], judging: 'remote', secret: 'sealed', identifier: null, enrolled: false",
    ),
  ],
  filled: [
    {
      file: `${server}/domain/settings/standalone-strategies.ts`,
      after: '=> boolean } = {\n',
      text: '  oracle: () => true,\n',
    },
    ...registered('oracle', 'oracle()', 'oracle', 'oracle'),
  ],
}

/** What the experiment adds, in its order. */
export const ADDITIONS: readonly Addition[] = [badge, riddle, oracle]
