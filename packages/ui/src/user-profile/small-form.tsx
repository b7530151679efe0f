'use client'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { useLook } from '../appearance/look.tsx'
import { Alert } from '../parts/alert.tsx'
import { PrimaryButton } from '../parts/primary-button.tsx'
import { TextButton } from '../parts/text-button.tsx'
import type { Action } from '../parts/use-action.ts'
import { useProfileWords } from '../words/profile.ts'

/** What a form in a section is told. */
export interface SmallFormProps {
  readonly action: Action
  readonly label: string
  readonly danger?: boolean
  readonly onSubmit: (data: FormData) => void
  readonly onCancel: () => void
  /** Fields that tell their own problems. */
  readonly fields?: readonly string[]
  readonly children?: ReactNode
}

/** A form that opens in its place in a section, with a way to leave it. */
export function SmallForm({ action, label, danger = false, onSubmit, onCancel, fields = [], children }: SmallFormProps) {
  const { el } = useLook()
  const profile = useProfileWords()
  const form = useRef<HTMLFormElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit(new FormData(form.current!))
  }
  const own = action.problem?.field != null && fields.includes(action.problem.field)
  return (
    <form {...el('profileSectionForm')} ref={form} method="post" noValidate onSubmit={submit}>
      {children}
      {action.sentence !== null && !own && <Alert>{action.sentence}</Alert>}
      <div {...el('profileSectionFormActions')}>
        <PrimaryButton busy={action.busy} danger={danger}>
          {label}
        </PrimaryButton>
        <TextButton of="formButtonReset" onClick={onCancel}>
          {profile.cancel}
        </TextButton>
      </div>
    </form>
  )
}
