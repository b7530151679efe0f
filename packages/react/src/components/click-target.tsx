'use client'
import { cloneElement, isValidElement, type MouseEvent, type ReactElement, type ReactNode } from 'react'

/** What is clicked, and what for. */
export interface ClickTargetProps {
  /** One element, whose own `onClick` goes first and may prevent the rest; a text is put on a button. */
  readonly children?: ReactNode
  /** What stands on the button when there are no children. */
  readonly label: string
  onClick(): void | Promise<void>
}

type Clickable = ReactElement<{ onClick?: (event: MouseEvent) => unknown }>

/** Gives its child something to do, or is a plain button itself. */
export function ClickTarget({ children, label, onClick }: ClickTargetProps): ReactNode {
  const act = (event: MouseEvent) => {
    if (!event.defaultPrevented) Promise.resolve(onClick()).catch(reportError)
  }
  if (isValidElement(children)) {
    const child = children as Clickable
    return cloneElement(child, {
      onClick: async (event: MouseEvent) => {
        await child.props.onClick?.(event)
        act(event)
      },
    })
  }
  if (children === undefined || children === null || typeof children === 'string') {
    return (
      <button type="button" onClick={act}>
        {children ?? label}
      </button>
    )
  }
  // Not an element yet (a server component still on its way), or several: clicks are met where they bubble to.
  return (
    <span style={{ display: 'contents' }} onClick={act}>
      {children}
    </span>
  )
}
