'use client'
import { useEffect, useState } from 'react'
import { useLook } from '../appearance/look.tsx'
import { cooldown } from '../flow/cooldown.ts'
import { now } from '../platform/clock.ts'
import { useWords } from '../words/words.ts'
import { TextButton } from './text-button.tsx'

/** When a mail was sent, and how to have another. */
export interface ResendProps {
  readonly sentAt: number | null
  readonly expiresAt: number | null
  readonly busy: boolean
  readonly onResend: () => void
}

/** Another mail, once the wait is over. The seconds are for the eye; the ear is told when they are over. */
export function Resend({ sentAt, expiresAt, busy, onResend }: ResendProps) {
  const { el } = useLook()
  const words = useWords()
  const [left, setLeft] = useState(() => cooldown({ sentAt, expiresAt, now: now() }))
  useEffect(() => {
    const tick = () => setLeft(cooldown({ sentAt, expiresAt, now: now() }))
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [sentAt, expiresAt])
  const waiting = left > 0
  const [waited, setWaited] = useState(waiting)
  if (waiting && !waited) setWaited(true)
  return (
    <span {...el('formResendCode')}>
      <span>{`${words.verify.noMail} `}</span>
      {waiting ? (
        <span {...el('formResendCodeTimer')} aria-hidden="true">
          {words.verify.resendIn(left)}
        </span>
      ) : (
        <TextButton of="formResendCodeLink" aria-busy={busy} onClick={onResend}>
          {words.verify.resend}
        </TextButton>
      )}
      <span className="lk-heard" role="status">
        {waited && !waiting && words.verify.resendReady}
      </span>
    </span>
  )
}
