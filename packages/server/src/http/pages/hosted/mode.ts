import { type BucketName, STRATEGIES, type StrategyName } from '@latchkey/protocol'
import type { ClientOutcome, FrontendCall } from '../../../actions/call.ts'
import type { Ports } from '../../../actions/ports.ts'
import { attemptFirstFactor, prepareFirstFactor } from '../../../actions/sign-in/first-factor.ts'
import { createSignIn } from '../../../actions/sign-in/create-sign-in.ts'
import { loadSignInView } from '../../../actions/sign-in/load-sign-in-view.ts'
import { attemptSignUpVerification, prepareSignUpVerification } from '../../../actions/sign-up/verification.ts'
import { createSignUp } from '../../../actions/sign-up/create-sign-up.ts'
import { loadSignUpView } from '../../../actions/sign-up/load-sign-up-view.ts'
import type { Attempt } from '../../../domain/attempt.ts'
import { firstFactorsOf, verificationsOf } from '../../../domain/settings/attribute-rules.ts'

/** What the start form carries, in wire names. */
export interface StartFields {
  readonly email_address?: string | undefined
  readonly username?: string | undefined
  readonly first_name?: string | undefined
  readonly last_name?: string | undefined
}

/** Signing in or signing up, as the hosted pages see it: they are the same two steps. */
export interface Mode {
  readonly name: 'sign_in' | 'sign_up'
  readonly path: '/sign-in' | '/sign-up'
  /** The traffic limit of whatever has a mail sent. */
  readonly bucket: BucketName
  /** @param redirectUrl where the link of the email leads; `null` to send none yet */
  begin(ports: Ports, call: FrontendCall, fields: StartFields, redirectUrl: string | null): Promise<ClientOutcome>
  /** Has the email sent, the first or another. */
  resend(ports: Ports, call: FrontendCall, id: string, redirectUrl: string): Promise<ClientOutcome>
  attempt(ports: Ports, call: FrontendCall, id: string, code: string): Promise<ClientOutcome>
  /** The attempt in progress on the caller's client. */
  current(ports: Ports, call: FrontendCall): Promise<Attempt | null>
}

/** Signing in. */
export const SIGN_IN: Mode = {
  name: 'sign_in',
  path: '/sign-in',
  bucket: 'sign_in_create',
  begin: (ports, call, fields, redirect_url) =>
    createSignIn(ports, call, {
      identifier: fields.email_address,
      ...(redirect_url !== null && { strategy: sending(firstFactorsOf(call.instance.settings)), redirect_url }),
    }),
  resend: (ports, call, id, redirect_url) =>
    prepareFirstFactor(ports, call, id, { strategy: sending(firstFactorsOf(call.instance.settings)), redirect_url }),
  attempt: (ports, call, id, code) => attemptFirstFactor(ports, call, id, { strategy: typed, code }),
  async current(ports, call) {
    const { client } = call
    const view = client === null || client.signInId === null ? null : await loadSignInView(ports, call, client.signInId, client.id)
    return view?.attempt ?? null
  },
}

/** Signing up. */
export const SIGN_UP: Mode = {
  name: 'sign_up',
  path: '/sign-up',
  bucket: 'sign_up_create',
  begin: (ports, call, fields, redirect_url) =>
    createSignUp(ports, call, {
      ...fields,
      ...(redirect_url !== null && { strategy: sending(verificationsOf(call.instance.settings, 'email_address')), redirect_url }),
    }),
  resend: (ports, call, id, redirect_url) =>
    prepareSignUpVerification(ports, call, id, {
      strategy: sending(verificationsOf(call.instance.settings, 'email_address')),
      redirect_url,
    }),
  attempt: (ports, call, id, code) => attemptSignUpVerification(ports, call, id, { strategy: typed, code }),
  async current(ports, call) {
    const { client } = call
    const view = client === null || client.signUpId === null ? null : await loadSignUpView(ports, call, client.signUpId, client.id)
    return view?.attempt ?? null
  },
}

/** The strategy whose mail these pages ask for: one whose proof can be typed, where the instance has it. */
function sending(enabled: readonly StrategyName[]): StrategyName {
  return enabled.find((name) => STRATEGIES[name].kind === 'code') ?? enabled[0]!
}

const typed = (Object.keys(STRATEGIES) as StrategyName[]).find((name) => STRATEGIES[name].kind === 'code')!
