'use client'
import type { Latchkey, ReverificationLevel, ReverificationResource, SignInFactor } from '@latchkey/js'
import { startReverification } from '@latchkey/js/reverification'
import type { Reverify } from '@latchkey/react'
import { reverificationCancelled, withReverification } from '@latchkey/react/reverification'
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useLook } from '../appearance/look.tsx'
import { digitsOf } from '../flow/digits.ts'
import { problemOf } from '../flow/problem.ts'
import type { DialogProps } from '../modal/dialog.tsx'
import { Alert } from '../parts/alert.tsx'
import { PrimaryButton, Spinner, TextButton } from '../parts/buttons.tsx'
import { CodeField } from '../parts/code-field.tsx'
import { Field } from '../parts/field.tsx'
import { Resend } from '../parts/resend.tsx'
import { useAction } from '../parts/use-action.ts'
import { now } from '../platform/clock.ts'
import { useAccountWords } from '../words/account.ts'
import { useWords } from '../words/words.ts'

/** The dialog, from whoever has it loaded: a module that two parts of a page share is a weight for both. */
type Over = ComponentType<DialogProps>

/** Draws something over the page; `null` takes it away. */
type Draw = (drawn: ReactNode) => void

/** Does something, and asks first who is there where that is what it is answered. */
export function reverifying(latchkey: Latchkey, draw: Draw, Over: Over): Reverify {
  const start = async (level: ReverificationLevel) => startReverification(latchkey.getSnapshot().session!, { level })
  const ask = (level: ReverificationLevel) =>
    new Promise<void>((resolve, reject) => {
      const dialog = (
        <ReverificationDialog over={Over} start={() => start(level)} onShown={resolve} onClose={() => reject(reverificationCancelled())} />
      )
      draw(createPortal(dialog, document.body))
    }).finally(() => draw(null))
  return (work, options) => withReverification(work, { ask, start }, options)
}

/** What the question is told. */
export interface QuestionProps {
  readonly start: () => Promise<ReverificationResource>
  readonly onShown: () => void
}

/** The question who is there, over the page. */
export function ReverificationDialog({
  over: Over,
  onClose,
  ...question
}: QuestionProps & { readonly over: Over; readonly onClose: () => void }) {
  const { reverification: said } = useAccountWords()
  return (
    <Over of="userProfile" label={said.title} onClose={onClose}>
      <ReverificationCard {...question} />
    </Over>
  )
}

/** What can be typed here, by its strategy: six digits, or a text in a field of that name. */
const FIELD_OF: Readonly<Record<string, 'code' | 'text' | 'password' | undefined>> = {
  email_code: 'code',
  phone_code: 'code',
  totp: 'code',
  backup_code: 'text',
  password: 'password',
}

/** Asks whoever is signed in once more who they are: one factor after the other, and by which of theirs is their choice. */
function ReverificationCard({ start, onShown }: QuestionProps) {
  const { el } = useLook()
  const words = useWords()
  const { reverification: said } = useAccountWords()
  const action = useAction()
  const begun = useRef(false)
  const [question, setQuestion] = useState<ReverificationResource | null>(null)
  const [factor, setFactor] = useState<SignInFactor | null>(null)
  const [choosing, setChoosing] = useState(false)
  const [sentAt, setSentAt] = useState<number | null>(null)
  const [wrong, setWrong] = useState(0)

  const choose = async (of: ReverificationResource, chosen: SignInFactor | null) => {
    setChoosing(false)
    setFactor(chosen)
    if (chosen?.safeIdentifier == null) return setQuestion(of)
    const { strategy, emailAddressId } = chosen
    const sent = await of[ways(of).prepare]({ strategy, ...(emailAddressId !== null && { emailAddressId }) })
    setQuestion(sent)
    setSentAt(now())
  }
  const ask = () =>
    action.run(async () => {
      const asked = await start()
      setQuestion(asked)
      await choose(asked, preferred(factorsOf(asked)))
    })
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void ask()
    // Once, when it opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const attempt = (given: string) =>
    void action.run(async () => {
      if (question === null || factor === null || given === '') return
      try {
        const proof = kind === 'password' ? { password: given } : { code: given }
        const next = await question[ways(question).attempt]({ strategy: factor.strategy, ...proof })
        if (next.status === 'complete') onShown()
        else await choose(next, preferred(factorsOf(next)))
      } catch (error) {
        if (problemOf(error).field === 'code') setWrong((count) => count + 1)
        throw error
      }
    })
  const factors = question === null ? [] : factorsOf(question)
  const kind = factor === null ? undefined : FIELD_OF[factor.strategy]
  const own = action.problem?.field === 'code' && kind === 'code'
  const failed = action.problem !== null && !own
  return (
    <div {...el('card', 'reverification')} aria-busy={action.busy || undefined}>
      <div {...el('main')}>
        <header {...el('header')}>
          <h1 {...el('headerTitle')} tabIndex={-1}>
            {said.title}
          </h1>
          <div {...el('headerSubtitle')}>
            <p>{said.subtitle}</p>
          </div>
        </header>
        {failed && (
          <Alert
            action={
              <TextButton of="alertAction" onClick={() => void ask()}>
                {words.action.startOver}
              </TextButton>
            }
          >
            {action.sentence}
          </Alert>
        )}
        {question === null ? (
          !failed && (
            <div {...el('loading')} role="status" aria-label={words.loading}>
              <Spinner />
            </div>
          )
        ) : factor === null ? (
          <p role="status">{said.none}</p>
        ) : choosing ? (
          <ul {...el('alternativeMethods')}>
            {factors.map((one) => (
              <li key={one.strategy + (one.emailAddressId ?? '')}>
                <TextButton of="alternativeMethodsLink" onClick={() => void action.run(() => choose(question, one))}>
                  {said.way(one.strategy, one.safeIdentifier ?? '')}
                </TextButton>
              </li>
            ))}
          </ul>
        ) : (
          <form
            {...el('form')}
            method="post"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              const given = String(new FormData(event.currentTarget).get(kind === 'password' ? 'password' : 'code') ?? '')
              attempt(kind === 'code' ? digitsOf(given) : given)
            }}
          >
            <p role="status">{said.tell(factor.strategy, factor.safeIdentifier ?? '')}</p>
            {kind === 'code' ? (
              <CodeField
                key={factor.strategy}
                wrong={wrong}
                busy={action.busy}
                autoFocus
                error={own ? action.sentence : null}
                onComplete={attempt}
              />
            ) : (
              <Field
                key={factor.strategy}
                id={kind === 'password' ? 'password' : 'code'}
                name={kind === 'password' ? 'password' : 'code'}
                type={kind === 'password' ? 'password' : 'text'}
                label={kind === 'password' ? said.password : said.backupCode}
                autoComplete={kind === 'password' ? 'current-password' : 'off'}
                autoCapitalize="none"
                spellCheck={false}
                required
                autoFocus
              />
            )}
            {factor.safeIdentifier !== null && (
              <Resend
                sentAt={sentAt}
                expiresAt={null}
                busy={action.busy}
                onResend={() => void action.run(() => choose(question, factor))}
              />
            )}
            <PrimaryButton busy={action.busy}>{words.action.continue}</PrimaryButton>
          </form>
        )}
        {!choosing && factors.length > 1 && (
          <div {...el('formActions')}>
            <TextButton of="alternativeMethodsLink" onClick={() => setChoosing(true)}>
              {words.verify.otherWays}
            </TextButton>
          </div>
        )}
      </div>
    </div>
  )
}

/** What a factor is sent and proven by at the step that a question waits at. */
function ways({ status }: ReverificationResource) {
  return status === 'needs_second_factor'
    ? ({ prepare: 'prepareSecondFactor', attempt: 'attemptSecondFactor' } as const)
    : ({ prepare: 'prepareFirstFactor', attempt: 'attemptFirstFactor' } as const)
}

/** The factors that can be proven here. */
function factorsOf(question: ReverificationResource): readonly SignInFactor[] {
  const { status, supportedFirstFactors: first, supportedSecondFactors: second } = question
  return (status === 'needs_second_factor' ? second : first).filter(({ strategy }) => FIELD_OF[strategy] !== undefined)
}

/** What is nearest: nothing that has to be sent, unless it is a code for when all else is lost; then the address that is the main one. */
function preferred(factors: readonly SignInFactor[]): SignInFactor | null {
  // Codes on paper are for when all else is lost.
  const near = factors.find(({ strategy, safeIdentifier }) => safeIdentifier === null && FIELD_OF[strategy] !== 'text')
  return near ?? factors.find(({ primary }) => primary) ?? factors[0] ?? null
}
