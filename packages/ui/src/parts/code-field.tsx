'use client'
import { type FormEvent, type ReactNode, type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import { useLook } from '../appearance/look.tsx'
import { CODE_LENGTH, digitsOf } from '../flow/digits.ts'
import { useWords } from '../words/words.ts'

/** What the field of the code is told. */
export interface CodeFieldProps {
  /** All six digits are there. */
  readonly onComplete: (code: string) => void
  readonly error: ReactNode
  /** How many codes were wrong; each further one empties the field. */
  readonly wrong: number
  readonly busy: boolean
  readonly autoFocus: boolean
}

/**
 * One input, drawn as six boxes: a screen reader, a password manager and a phone's keyboard meet an ordinary field, and a code
 * can be pasted in any dress. The boxes are behind it, and its letters are spaced so that each stands in one.
 */
export function CodeField({ onComplete, error, wrong, busy, autoFocus }: CodeFieldProps) {
  const { el } = useLook()
  const words = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const tried = useRef('')
  const [at, setAt] = useState(0)

  useEffect(() => {
    const field = input.current
    if (wrong === 0 || field === null) return
    field.value = ''
    tried.current = ''
    setAt(0)
    field.focus()
  }, [wrong])
  useEffect(() => {
    if (autoFocus) input.current?.focus()
  }, [autoFocus])

  const follow = ({ currentTarget: field }: SyntheticEvent<HTMLInputElement>) => setAt(Math.min(field.selectionStart ?? 0, CODE_LENGTH - 1))
  const take = (event: FormEvent<HTMLInputElement>) => {
    // What an input method is still at work on is its own.
    if ((event.nativeEvent as InputEvent).isComposing) return
    const field = event.currentTarget
    const digits = digitsOf(field.value)
    if (field.value !== digits) {
      const caret = digitsOf(field.value.slice(0, field.selectionStart ?? 0)).length
      field.value = digits
      field.setSelectionRange(caret, caret)
    }
    follow(event)
    if (digits.length < CODE_LENGTH) tried.current = ''
    else if (tried.current !== digits && !busy) {
      tried.current = digits
      onComplete(digits)
    }
  }
  return (
    <div {...el('otpCodeField')} data-wrong={error != null || undefined}>
      <label {...el('formFieldLabel', 'code')} htmlFor={id}>
        {words.verify.code}
      </label>
      <div {...el('otpCodeFieldInputs')} data-shake={wrong === 0 ? undefined : wrong % 2 === 0 ? 'even' : 'odd'}>
        {Array.from({ length: CODE_LENGTH }, (_, index) => (
          <span key={index} {...el('otpCodeFieldBox')} data-active={index === at || undefined} aria-hidden="true" />
        ))}
        <div className="lk-otpCodeFieldClip">
          <input
            {...el('otpCodeFieldInput')}
            ref={input}
            id={id}
            name="code"
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9]*"
            maxLength={200}
            spellCheck={false}
            required
            readOnly={busy}
            aria-invalid={error != null || undefined}
            aria-describedby={`${id}-below`}
            onInput={take}
            onCompositionEnd={take}
            onSelect={follow}
          />
        </div>
      </div>
      <p
        {...el(error == null ? 'formFieldInfoText' : 'otpCodeFieldErrorText')}
        id={`${id}-below`}
        role={error == null ? undefined : 'alert'}
      >
        {error}
      </p>
    </div>
  )
}
