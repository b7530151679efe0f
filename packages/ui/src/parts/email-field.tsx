'use client'
import { useEffect, useRef } from 'react'
import { useLook } from '../appearance/look.tsx'
import { sentenceOf } from '../flow/problem.ts'
import type { Flow } from '../flow/use-flow.ts'
import { useWords } from '../words/words.ts'
import { Field } from './field.tsx'
import { TextButton } from './buttons.tsx'

/** What the field is told besides. */
export interface EmailFieldProps {
  readonly flow: Flow
  /** What is typed at the moment, to take it along to the other form. */
  readonly typed: () => string
  readonly autoFocus: boolean
}

const OFFERS: Readonly<Record<string, 'signUpInstead' | 'signInInstead'>> = {
  form_identifier_not_found: 'signUpInstead',
  form_identifier_exists: 'signInInstead',
}

/** The address, or whatever one may sign in with. One that is unknown, or taken, is offered to the other form. */
export function EmailField({ flow, typed, autoFocus }: EmailFieldProps) {
  const { options } = useLook()
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const { standing, state } = flow
  const { problem } = state
  // After a reload the form has forgotten what was typed, and the server knows it.
  const emailAddress = state.values.emailAddress || (standing.step === 'verify' ? standing.address : '')
  const { identifiers } = flow.environment
  const many = flow.mode === 'signIn' && identifiers.length > 1
  const wrong = problem?.field === 'emailAddress' ? problem : null
  const offer = wrong ? OFFERS[wrong.code] : undefined
  useEffect(() => {
    if (wrong) input.current?.focus()
  }, [wrong])
  useEffect(() => {
    // What the URL brought along, unless somebody is typing already.
    if (input.current?.value === '') input.current.value = emailAddress
  }, [emailAddress])
  return (
    <Field
      ref={input}
      id="emailAddress"
      name="email_address"
      type={many ? 'text' : 'email'}
      inputMode={many ? 'email' : undefined}
      label={many ? words.field.identifier(identifiers) : words.field.emailAddress}
      placeholder={many ? undefined : words.field.emailPlaceholder}
      autoComplete={many ? 'username' : 'email'}
      autoCapitalize="none"
      spellCheck={false}
      defaultValue={emailAddress}
      maxLength={254}
      required
      autoFocus={autoFocus && options.autoFocus !== false}
      hint=""
      error={
        wrong && (
          <>
            <span>{`${sentenceOf(many ? { ...wrong, field: 'identifier' } : wrong, words)} `}</span>
            {offer && flow.otherUrl !== null && (
              <TextButton of="formFieldAction" onClick={() => flow.actions.switchTo(typed())}>
                {words.action[offer]}
              </TextButton>
            )}
          </>
        )
      }
    />
  )
}
