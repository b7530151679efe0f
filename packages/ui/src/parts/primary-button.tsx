'use client'
import type { ComponentProps } from 'react'
import { useLook } from '../appearance/look.tsx'
import { Spinner } from './spinner.tsx'

/**
 * The one thing to do on a card. While it is being done it stays where it is, keeps the focus and takes no second click:
 * a button that is disabled would lose both.
 */
export function PrimaryButton({ busy = false, children, onClick, type = 'submit', danger = false }: ComponentProps<'button'> & { busy?: boolean; danger?: boolean }) {
  const { el } = useLook()
  return (
    <div {...el('formButtons')} data-danger={danger || undefined}>
      <button
        {...el('formButtonPrimary', busy ? 'loading' : undefined)}
        type={type}
        aria-busy={busy}
        aria-disabled={busy || undefined}
        onClick={busy ? (event) => event.preventDefault() : onClick}
      >
        <span className="lk-buttonText">{children}</span>
        {busy && <Spinner />}
      </button>
    </div>
  )
}
