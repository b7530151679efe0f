'use client'
import { useEffect, useState } from 'react'
import { useLook } from '../appearance/look.tsx'
import { now } from '../platform/clock.ts'
import { useWords } from '../words/words.ts'
import { TextButton } from './buttons.tsx'

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

/** A second mail within this time is not sent. */
export const RESEND_AFTER_MS = 30_000

const LIFETIME_MS = 600_000

/**
 * Whole seconds until another mail may be asked for.
 * @param sentAt when this page had one sent, `null` when it was another page of the same attempt
 * @param expiresAt when the code ends, from which follows when it began
 */
export function cooldown(of: { readonly sentAt: number | null; readonly expiresAt: number | null; readonly now: number }): number {
  const since = of.sentAt ?? (of.expiresAt === null ? null : of.expiresAt - LIFETIME_MS)
  if (since === null) return 0
  return Math.min(Math.max(Math.ceil((since + RESEND_AFTER_MS - of.now) / 1000), 0), RESEND_AFTER_MS / 1000)
}
