import type { StrategyName } from '@latchkey/protocol'
import { describe, expect, it } from 'vitest'
import type { SignUpState } from '../domain/attempt.ts'
import type { Proof } from '../domain/proof.ts'
import { type AttributeSettings, DEFAULT_SETTINGS, type InstanceSettings, patched } from '../domain/settings/instance-settings.ts'
import { claiming, email } from '../domain/testing/email.ts'
import { NEW_SIGN_UP, onlyOf, type SignUpEvent, type SignUpFacts, type SignUpFields, signUpRequirements, stepSignUp } from './sign-up.ts'

describe('sign up', () => {
  const now = 1_800_000_000_000
  const fresh = {
    userId: 'user_new',
    identificationIds: { email_address: 'idn_new', username: 'idn_name' },
    sessionId: 'sess_new',
    credentialId: 'cred_new',
  }
  const optional = DEFAULT_SETTINGS
  const demanded: InstanceSettings = patched(DEFAULT_SETTINGS, { attributes: { first_name: { required: true } } })
  const facts = (settings: InstanceSettings, blockingSessionId: string | null = null): SignUpFacts => {
    return { now, settings, blockingSessionId, fresh }
  }

  const [ada, bea] = ['ada@example.com', 'bea@example.com']
  const begun: SignUpState = { ...NEW_SIGN_UP, unsafeMetadata: { plan: 'free' }, locale: 'de-DE', legalAcceptedAt: now - 5 }
  const states = {
    nothing: begun,
    addressed: { ...begun, ...claiming(ada) },
    ready: { ...begun, ...claiming(ada), firstName: 'Ada' },
    // Proven while something else was owed; with names optional: the operator stopped demanding them meanwhile.
    proven: { ...begun, ...claiming(ada, 'email_code') },
    done: { ...begun, ...claiming(ada, 'email_code'), createdUserId: 'user_old', createdSessionId: 'sess_old' },
  } satisfies Record<string, SignUpState>

  const gives = (fields: SignUpFields): SignUpEvent => ({ type: 'given', fields, taken: null })
  const proves = (proof: Proof, by: StrategyName): SignUpEvent => ({ type: 'proven', proofs: [proof], by, taken: null })
  const how = { amr: 'otp', assurance: 'first' } as const
  const address = (value: string): Proof => ({ type: 'identifier', identifier: email(value), ...how })

  it('takes a username at its word, and asks no proof of it, but completes by an address that was proven', () => {
    const settings = patched(DEFAULT_SETTINGS, { attributes: { username: { enabled: true, required: true } } })
    const named: SignUpState = {
      ...begun,
      identifiers: { ...claiming(ada).identifiers, username: { value: 'ada_l', provenBy: null } },
    }
    expect(signUpRequirements(named, settings)).toMatchObject({ missing: [], unverified: ['email_address'] })
    const made = stepSignUp(named, proves(address(ada), 'email_code'), facts(settings))
    expect(made).toMatchObject({
      ok: true,
      next: { createdUserId: 'user_new' },
      effects: expect.arrayContaining([
        expect.objectContaining({ type: 'create_user', primaries: { email_address: 'idn_new', username: 'idn_name' } }),
        expect.objectContaining({ type: 'create_identification', id: 'idn_name', provenBy: 'claim' }),
        expect.objectContaining({ type: 'create_identification', id: 'idn_new', provenBy: 'email_code' }),
      ]),
    })
    const alone = { ...named, identifiers: { ...named.identifiers, email_address: null } }
    const free = patched(settings, { attributes: { email_address: { enabled: false, required: false } } })
    expect(stepSignUp(alone, gives({ firstName: 'Ada' }), facts(free))).toMatchObject({ ok: true, next: { createdUserId: null } })
  })

  const closed = { ok: false, code: 'sign_up_cannot_be_updated', detail: {} }
  const outdated = { ok: false, code: 'sign_up_outdated_verification', detail: {} }

  /**
   * What a word in a cell stands for. `open`: gathered and goes on. `VOID`: goes on, unproven, and the code under way is dead.
   * `MADE`: there is a user with her address and a session. `late`: refused, the address is another one. `over`: refused, finished before.
   */
  function expected(cell: string, state: SignUpState, event: SignUpEvent) {
    if (cell === 'over') return closed
    if (cell === 'late') return outdated
    const provenBy = event.type === 'proven' ? event.by : (state.identifiers.email_address?.provenBy ?? null)
    const next = nextOf(state, event)
    if (cell === 'open') return { ok: true, next, effects: [] }
    if (cell === 'VOID') return { ok: true, next: unproven(next), effects: [{ type: 'void_verification', slot: 'email_address' }] }
    return {
      ok: true,
      next: { ...next, createdUserId: 'user_new', createdSessionId: 'sess_new' },
      effects: [
        { type: 'create_user', userId: 'user_new', profile: next, primaries: { email_address: 'idn_new', username: null } },
        { type: 'create_identification', id: 'idn_new', userId: 'user_new', identifier: email(ada), provenBy },
        { type: 'drop_claims', identifier: email(ada) },
        {
          type: 'create_session',
          sessionId: 'sess_new',
          userId: 'user_new',
          firstFactorAt: now,
          secondFactorAt: null,
          by: { type: 'client' },
        },
        { type: 'record', event: { type: 'user.created', userId: 'user_new' } },
        {
          type: 'record',
          event: { type: 'session.created', userId: 'user_new', detail: { sessionId: 'sess_new', strategy: provenBy } },
        },
      ],
    }
  }

  function nextOf(state: SignUpState, event: SignUpEvent): SignUpState {
    const { value = null, provenBy = null } = state.identifiers.email_address ?? {}
    if (event.type === 'proven') return { ...state, ...claiming(value, event.by) }
    const { identifiers, ...rest } = event.fields
    const given = identifiers?.email_address
    return { ...state, ...rest, ...(given === undefined || given === value ? claiming(value, provenBy) : claiming(given)) }
  }

  const unproven = (state: SignUpState) => ({ ...state, ...claiming(state.identifiers.email_address?.value ?? null) })

  type Row = readonly [string, SignUpEvent, string, string, string, string, string]
  const events = {
    nothing: gives({}),
    ada: gives({ identifiers: { email_address: ada } }),
    bea: gives({ identifiers: { email_address: bea } }),
    noAddress: gives({ identifiers: { email_address: null } }),
    name: gives({ firstName: 'Ann' }),
    noName: gives({ firstName: null }),
    both: gives({ identifiers: { email_address: ada }, firstName: 'Ann' }),
    beaAndName: gives({ identifiers: { email_address: bea }, firstName: 'Ann' }),
    rest: gives({ lastName: 'L', unsafeMetadata: { plan: 'paid' }, legalAcceptedAt: now, locale: 'en-GB' }),
    byCode: proves(address(ada), 'email_code'),
    byLink: proves(address(ada), 'email_link'),
    ofBea: proves(address(bea), 'email_code'),
    otherCase: proves(address('Ada@example.com'), 'email_code'),
    ticket: proves({ type: 'credential', userId: 'user_ada', credentialId: null, ...how }, 'ticket'),
    ticketOfAda: proves({ type: 'credential', userId: 'user_ada', credentialId: null, ...how, ...{ address: ada } }, 'ticket'),
  }
  const namesOptional: readonly Row[] = [
    // what happens                                                  nothing addressed ready   proven  done
    ['nothing is given', events.nothing, 'open', 'open', 'open', 'MADE', 'over'],
    ['an address is given', events.ada, 'VOID', 'open', 'open', 'MADE', 'over'],
    ['another address is given', events.bea, 'VOID', 'VOID', 'VOID', 'VOID', 'over'],
    ['the address is taken back', events.noAddress, 'open', 'VOID', 'VOID', 'VOID', 'over'],
    ['a first name is given', events.name, 'open', 'open', 'open', 'MADE', 'over'],
    ['the first name is taken back', events.noName, 'open', 'open', 'open', 'MADE', 'over'],
    ['address and name are given', events.both, 'VOID', 'open', 'open', 'MADE', 'over'],
    ['another address and a name are given', events.beaAndName, 'VOID', 'VOID', 'VOID', 'VOID', 'over'],
    ['all the rest is given', events.rest, 'open', 'open', 'open', 'MADE', 'over'],
    ['the address is proven by code', events.byCode, 'late', 'MADE', 'MADE', 'MADE', 'over'],
    ['the address is proven by link', events.byLink, 'late', 'MADE', 'MADE', 'MADE', 'over'],
    ['the address before this one is proven', events.ofBea, 'late', 'late', 'late', 'late', 'over'],
    ['another spelling is proven', events.otherCase, 'late', 'late', 'late', 'late', 'over'],
    ['a ticket is shown', events.ticket, 'late', 'late', 'late', 'late', 'over'],
    ['a ticket that mentions her is shown', events.ticketOfAda, 'late', 'late', 'late', 'late', 'over'],
  ]
  const nameDemanded: readonly Row[] = [
    // what happens                                                  nothing addressed ready   proven  done
    ['nothing is given', events.nothing, 'open', 'open', 'open', 'open', 'over'],
    ['an address is given', events.ada, 'VOID', 'open', 'open', 'open', 'over'],
    ['another address is given', events.bea, 'VOID', 'VOID', 'VOID', 'VOID', 'over'],
    ['the address is taken back', events.noAddress, 'open', 'VOID', 'VOID', 'VOID', 'over'],
    ['a first name is given', events.name, 'open', 'open', 'open', 'MADE', 'over'],
    ['the first name is taken back', events.noName, 'open', 'open', 'open', 'open', 'over'],
    ['address and name are given', events.both, 'VOID', 'open', 'open', 'MADE', 'over'],
    ['another address and a name are given', events.beaAndName, 'VOID', 'VOID', 'VOID', 'VOID', 'over'],
    ['all the rest is given', events.rest, 'open', 'open', 'open', 'open', 'over'],
    ['the address is proven by code', events.byCode, 'late', 'open', 'MADE', 'open', 'over'],
    ['the address is proven by link', events.byLink, 'late', 'open', 'MADE', 'open', 'over'],
    ['the address before this one is proven', events.ofBea, 'late', 'late', 'late', 'late', 'over'],
    ['another spelling is proven', events.otherCase, 'late', 'late', 'late', 'late', 'over'],
    ['a ticket is shown', events.ticket, 'late', 'late', 'late', 'late', 'over'],
    ['a ticket that mentions her is shown', events.ticketOfAda, 'late', 'late', 'late', 'late', 'over'],
  ]
  const cellsOf = (names: string, settings: InstanceSettings, rows: readonly Row[]) =>
    rows.flatMap(([what, event, ...row]) =>
      Object.entries(states).map(([name, state], column) => {
        return { names, settings, what, event, name, state: Object.freeze(state), cell: row[column]! }
      }),
    )
  const cells = [...cellsOf('names optional', optional, namesOptional), ...cellsOf('name demanded', demanded, nameDemanded)]

  describe('stepSignUp', () => {
    it.each(cells)('$names, $name: $what → $cell', ({ settings, state, event, cell }) => {
      expect(stepSignUp(state, event, facts(settings))).toStrictEqual(expected(cell, state, event))
    })

    it.each(cells)('$names, $name: $what, when nothing may happen', ({ settings, state, event }) => {
      const taken: SignUpEvent = { ...event, taken: 'email_address' }
      const restricted = { ...settings, signUpMode: 'restricted' } as const
      const refused = (code: string, detail: object) => (state.createdUserId === null ? { ok: false, code, detail } : closed)
      const exists = refused('session_exists', { meta: { session_id: 'sess_other' } })
      expect(stepSignUp(state, taken, facts(settings))).toStrictEqual(refused('form_identifier_exists', { param: 'email_address' }))
      expect(stepSignUp(state, event, facts(settings, 'sess_other'))).toStrictEqual(exists)
      expect(stepSignUp(state, taken, facts(settings, 'sess_other'))).toStrictEqual(exists)
      expect(stepSignUp(state, taken, facts(restricted, 'sess_other'))).toStrictEqual(refused('sign_up_mode_restricted', {}))
    })

    it.each(cells)('$names, $name: $what leaves a state that survives being stored', ({ settings, state, event }) => {
      const decision = stepSignUp(JSON.parse(JSON.stringify(state)), event, facts(settings))
      expect(decision).toStrictEqual(stepSignUp(state, event, facts(settings)))
      if (decision.ok) expect(JSON.parse(JSON.stringify(decision.next))).toStrictEqual(decision.next)
    })

    it('asks for the first address again when one went to another and came back', () => {
      const away = stepSignUp(states.proven, events.bea, facts(demanded))
      const back = stepSignUp(away.ok ? away.next : NEW_SIGN_UP, events.both, facts(demanded))
      expect(back).toStrictEqual({
        ok: true,
        next: { ...states.addressed, firstName: 'Ann' },
        effects: [{ type: 'void_verification', slot: 'email_address' }],
      })
    })

    it.each([
      ['optional', { enabled: true, required: false }],
      ['off', { enabled: false, required: false }],
    ])('makes no account that nobody could sign in to, even where addresses are %s', (_, rule) => {
      const settings = patched(optional, { attributes: { email_address: rule } })
      expect(stepSignUp(states.nothing, events.name, facts(settings))).toStrictEqual(expected('open', states.nothing, events.name))
    })

    describe('with an account elsewhere', () => {
      const account = { strategy: 'email_link', handle: 'ada-at-the-oracle' } as const
      const shown: Proof = { type: 'external_account', account, ...how }
      const shows = (...proofs: readonly Proof[]): SignUpEvent => ({ type: 'proven', proofs, by: 'email_link', taken: null })
      const known: SignUpState = { ...states.nothing, externalAccount: account }

      it('takes the identifiers that come with it, and keeps it with the user', () => {
        const event = shows(shown, address(ada))
        const made = stepSignUp(states.nothing, event, facts(optional))
        expect(made).toStrictEqual({
          ok: true,
          next: { ...known, ...claiming(ada, 'email_link'), createdUserId: 'user_new', createdSessionId: 'sess_new' },
          effects: expect.arrayContaining([
            { type: 'create_identification', id: 'idn_new', userId: 'user_new', identifier: email(ada), provenBy: 'email_link' },
            { type: 'create_credential', id: 'cred_new', userId: 'user_new', account },
          ]),
        })
      })

      it('keeps what was given where it says something else, and what is missing missing', () => {
        expect(stepSignUp(states.addressed, shows(shown, address(bea)), facts(optional))).toStrictEqual({
          ok: true,
          next: { ...states.addressed, externalAccount: account },
          effects: [],
        })
        expect(stepSignUp(states.nothing, shows(shown), facts(optional))).toStrictEqual({ ok: true, next: known, effects: [] })
      })

      it('stays while something else is proven', () => {
        const waiting = { ...known, ...claiming(ada) }
        const proven = stepSignUp(waiting, events.byCode, facts(demanded))
        expect(proven).toStrictEqual({ ok: true, next: { ...waiting, ...claiming(ada, 'email_code') }, effects: [] })
      })

      it('is enough to come back with, where nothing else is asked for', () => {
        const settings = patched(optional, { attributes: { email_address: { enabled: false, required: false } } })
        const made = stepSignUp(states.nothing, shows(shown), facts(settings))
        const session = { type: 'session.created', userId: 'user_new', detail: { sessionId: 'sess_new', strategy: 'email_link' } }
        expect(made).toMatchObject({ ok: true, next: { createdUserId: 'user_new' } })
        expect(made.ok && made.effects.at(-1)).toStrictEqual({ type: 'record', event: session })
      })

      it('is kept until the rest is proven', () => {
        const waiting: SignUpState = { ...states.addressed, externalAccount: account }
        const made = stepSignUp(waiting, events.byCode, facts(optional))
        expect(made).toMatchObject({ ok: true, next: { externalAccount: account, createdUserId: 'user_new' } })
        expect(made.ok && made.effects).toContainEqual({ type: 'create_credential', id: 'cred_new', userId: 'user_new', account })
      })

      it('that somebody has makes nothing', () => {
        const event: SignUpEvent = { ...shows(shown), taken: 'external_account' }
        const refused = { ok: false, code: 'form_identifier_exists', detail: { param: 'external_account' } }
        expect(stepSignUp(states.nothing, event, facts(optional))).toStrictEqual(refused)
      })
    })
  })
})

describe('sign up requirements', () => {
  const off = { enabled: false, required: false }
  const asked = { enabled: true, required: false }
  const must = { enabled: true, required: true }
  const offAndMust = { enabled: false, required: true }
  type Rule = Partial<AttributeSettings>
  const rules = (first_name: Rule, last_name: Rule, email_address: Rule = must): InstanceSettings =>
    patched(DEFAULT_SETTINGS, { attributes: { email_address, first_name, last_name } })
  const given = (fields: Partial<SignUpState>): SignUpState => ({ ...NEW_SIGN_UP, ...fields })
  const emailAddress = 'ada@example.com'
  const emailVerifiedBy = 'email_code'
  const names = { firstName: 'Ada', lastName: 'L' }
  const [email, first, last] = ['email_address', 'first_name', 'last_name']

  it('knows the only one of a list', () => {
    expect([onlyOf([]), onlyOf(['a']), onlyOf(['a', 'b'])]).toEqual([null, 'a', null])
  })

  it.each([
    ['nothing, names optional', given({}), rules(asked, asked), [email], [first, last], [email], []],
    ['nothing, names off', given({}), rules(off, off), [email], [], [email], []],
    ['nothing, names demanded', given({}), rules(must, must), [email, first, last], [], [email, first, last], []],
    ['nothing, names demanded of fields that are off', given({}), rules(offAndMust, offAndMust), [email], [], [email], []],
    ['one name demanded', given({}), rules(must, asked), [email, first], [last], [email, first], []],
    ['the other name demanded', given({}), rules(asked, must), [email, last], [first], [email, last], []],
    ['an address', given(claiming(emailAddress)), rules(asked, must), [email, last], [first], [last], [email]],
    ['a proven address', given(claiming(emailAddress, emailVerifiedBy)), rules(asked, must), [email, last], [first], [last], []],
    ['names only', given(names), rules(must, must), [email, first, last], [], [email], []],
    ['all, unproven', given({ ...claiming(emailAddress), ...names }), rules(must, must), [email, first, last], [], [], [email]],
    ['nothing, the address set to optional', given({}), rules(asked, asked, asked), [email], [first, last], [email], []],
    ['nothing, the address off', given({}), rules(asked, asked, off), [], [first, last], [], []],
  ])('%s', (_, state, settings, required, optional, missing, unverified) => {
    expect(signUpRequirements(state, settings)).toStrictEqual({ required, optional, missing, unverified })
  })
})
