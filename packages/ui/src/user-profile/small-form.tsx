'use client'
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useLook } from '../appearance/look.tsx'
import { Alert } from '../parts/alert.tsx'
import { PrimaryButton, TextButton } from '../parts/buttons.tsx'
import type { Action } from '../parts/use-action.ts'
import { useAccountWords } from '../words/account.ts'

/** What a form in a section is told. */
export interface SmallFormProps {
  readonly action: Action
  readonly label: string
  readonly danger?: boolean
  /** It has no field that could take the focus. */
  readonly asks?: boolean
  readonly onSubmit: (data: FormData) => void
  readonly onCancel: () => void
  /** Fields that tell their own problems. */
  readonly fields?: readonly string[]
  readonly children?: ReactNode
}

/** A form that opens in its place in a section, with a way to leave it, and Escape for another. */
export function SmallForm({ action, label, danger = false, asks = false, onSubmit, onCancel, fields = [], children }: SmallFormProps) {
  const { el } = useLook()
  const profile = useAccountWords()
  const form = useRef<HTMLFormElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit(new FormData(form.current!))
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    // A dialog around it stays open.
    event.preventDefault()
    onCancel()
  }
  const own = action.problem?.field != null && fields.includes(action.problem.field)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape is for whatever field of it has the focus
    <form {...el('profileSectionForm')} ref={form} method="post" noValidate onSubmit={submit} onKeyDown={leave}>
      {children}
      {action.sentence !== null && !own && <Alert>{action.sentence}</Alert>}
      <div {...el('profileSectionFormActions')}>
        <PrimaryButton busy={action.busy} danger={danger}>
          {label}
        </PrimaryButton>
        <TextButton of="formButtonReset" autoFocus={asks} onClick={onCancel}>
          {profile.cancel}
        </TextButton>
      </div>
    </form>
  )
}
