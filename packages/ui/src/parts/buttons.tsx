'use client'
import type { ComponentProps } from 'react'
import { useLook } from '../appearance/look.tsx'
import { Arrow } from './icons.tsx'

/** Something is under way. What, says whoever shows it. */
export function Spinner() {
  return <span {...useLook().el('spinner')} aria-hidden="true" />
}

/** What the button takes besides what every button does. */
export type PrimaryButtonProps = ComponentProps<'button'> & {
  /** It is being done. */
  readonly busy?: boolean
  /** It cannot be undone. */
  readonly danger?: boolean
  /** It leads on to another step. */
  readonly arrow?: boolean
}

/**
 * The one thing to do on a card. While it is being done it stays where it is, keeps the focus and takes no second click:
 * a button that is disabled would lose both.
 */
export function PrimaryButton({ busy = false, children, onClick, type = 'submit', danger = false, arrow = false }: PrimaryButtonProps) {
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
        <span {...el('buttonText')}>
          <span>{children}</span>
          {arrow && <Arrow />}
        </span>
        {busy && <Spinner />}
      </button>
    </div>
  )
}

/** A lesser thing to do, as words one can press. @param of the key of its element */
export function TextButton({ of, ...rest }: ComponentProps<'button'> & { of: string }) {
  // The box carries the weight of the letters, which a page's reset of buttons would take from the button.
  return (
    <span className="lk-linkBox">
      <button type="button" {...rest} {...useLook().el(of)} data-link="" />
    </span>
  )
}
