'use client'
import type { EmailAddressResource, Environment } from '@latchkey/js'
import { useEffect, useRef, useState } from 'react'
import { digitsOf } from '../flow/digits.ts'
import { methodsOf, STRATEGY } from '../flow/methods.ts'
import { problemOf } from '../flow/problem.ts'
import { now } from '../platform/clock.ts'
import { CodeField } from '../parts/code-field.tsx'
import { Resend } from '../parts/resend.tsx'
import { useAccountWords } from '../words/account.ts'
import { useWords } from '../words/words.ts'
import { useSay } from './section.tsx'
import { SmallForm } from './small-form.tsx'
import { useOwnAction } from './use-own-action.ts'

/** What confirming needs. */
export interface ConfirmAddressProps {
  readonly address: EmailAddressResource
  readonly environment: Environment
  readonly onClose: () => void
}

/** Has a code sent to an address of one's own, and asks for it. */
export function ConfirmAddress({ address, environment, onClose }: ConfirmAddressProps) {
  const words = useWords()
  const profile = useAccountWords()
  const action = useOwnAction()
  const say = useSay()
  const [wrong, setWrong] = useState(0)
  const [sentAt, setSentAt] = useState<number | null>(null)
  const begun = useRef(false)
  const send = () =>
    action.run(async () => {
      const method = methodsOf(environment, 'signUp').includes('code') ? 'code' : 'link'
      await address.prepareVerification({ strategy: STRATEGY[method], ...(method === 'link' && { redirectUrl: location.href }) })
      setSentAt(now())
      say(profile.sentTo(address.emailAddress))
    })
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void send()
    // Once, when the form opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const attempt = (code: string) =>
    void action.run(async () => {
      try {
        await address.attemptVerification({ code })
      } catch (error) {
        if (problemOf(error).field === 'code') setWrong((count) => count + 1)
        throw error
      }
      say(profile.confirmed(address.emailAddress))
      onClose()
    })
  return (
    <SmallForm
      action={action}
      label={profile.confirm}
      onSubmit={(data) => attempt(digitsOf(String(data.get('code') ?? '')))}
      onCancel={onClose}
      fields={['code']}
    >
      <p>{sentAt !== null ? profile.sentTo(address.emailAddress) : action.problem === null ? words.loading : ''}</p>
      <CodeField
        wrong={wrong}
        busy={action.busy}
        autoFocus
        error={action.problem?.field === 'code' ? action.sentence : null}
        onComplete={attempt}
      />
      <Resend sentAt={sentAt} expiresAt={null} busy={action.busy} onResend={() => void send()} />
    </SmallForm>
  )
}
