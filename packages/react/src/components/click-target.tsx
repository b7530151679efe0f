'use client'
import type { MouseEvent, ReactNode } from 'react'

/** What is clicked, and what for. */
export interface ClickTargetProps {
  /** One element, whose own `onClick` goes first and may prevent the rest; a text is put on a button. */
  readonly children?: ReactNode
  /** What stands on the button when there are no children. */
  readonly label: string
  onClick(): void | Promise<void>
}

/** Gives its child something to do, or is a plain button itself. */
export function ClickTarget({ children, label, onClick }: ClickTargetProps): ReactNode {
  const act = (event: MouseEvent) => {
    if (!event.defaultPrevented) Promise.resolve(onClick()).catch(reportError)
  }
  if (children === undefined || children === null || typeof children === 'string') {
    return (
      <button type="button" onClick={act}>
        {children ?? label}
      </button>
    )
  }
  // Clicks are met where they bubble to. To clone the child would not do: what a server component hands down is an element in the
  // browser and not yet one where its HTML is made, and the two would not match.
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- keys are for the child, whose click it is
    <span data-lk-contents="" onClick={act}>
      {children}
    </span>
  )
}
