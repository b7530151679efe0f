'use client'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { useLook } from '../appearance/look.tsx'
import { useWords } from '../words/words.ts'

/** What a field is made of. */
export type FieldProps = Omit<ComponentProps<'input'>, 'id' | 'className' | 'style'> & {
  /** Tells it from other fields, in class names: `emailAddress`. */
  readonly id: string
  readonly label: string
  /** A line below; an error takes its place, so that nothing moves. */
  readonly hint?: ReactNode
  readonly error?: ReactNode
}

/** A labelled input with a line below that says what to type or what was wrong with it. */
export function Field({ id, label, hint, error, required, ...input }: FieldProps) {
  const { el } = useLook()
  const words = useWords()
  const unique = useId()
  const below = error ?? hint
  const wrong = error != null
  return (
    <div {...el('formField', id)} data-wrong={wrong || undefined}>
      <div {...el('formFieldLabelRow')}>
        <label {...el('formFieldLabel', id)} htmlFor={unique}>
          {label}
        </label>
        {required === false && <span {...el('formFieldHintText')}>{words.field.optional}</span>}
      </div>
      <div className="lk-formFieldInputBox">
        <input
          {...input}
          {...el('formFieldInput', id)}
          id={unique}
          required={required}
          aria-invalid={wrong || undefined}
          aria-describedby={below == null ? undefined : `${unique}-below`}
        />
      </div>
      {below != null && (
        <p {...el(wrong ? 'formFieldErrorText' : 'formFieldInfoText', id)} id={`${unique}-below`} role={wrong ? 'alert' : undefined}>
          {below}
        </p>
      )}
    </div>
  )
}
