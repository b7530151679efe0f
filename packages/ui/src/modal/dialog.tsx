'use client'
import { type MouseEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { Look, useLook } from '../appearance/look.tsx'
import { Root } from '../appearance/root.tsx'
import type { Styled } from '../appearance/types.ts'
import { Cross } from '../parts/icons.tsx'
import { useWords } from '../words/words.ts'

/** What a dialog is told. */
export interface DialogProps {
  readonly of: Styled
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Something over the page. The browser's own dialog keeps the focus inside, the page behind still, and gives the focus back. */
export function Dialog({ of, label, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const pressed = useRef<EventTarget | null>(null)
  const [open, setOpen] = useState(false)
  useLayoutEffect(() => {
    const close = showOver(dialog.current!)
    // What is inside comes after: in a closed dialog no field could take the focus.
    setOpen(true)
    return close
  }, [])
  // A press that began on the card, such as one that selects text, and ends beside it closes nothing.
  const outside = ({ target, currentTarget }: MouseEvent) => target === currentTarget && pressed.current === currentTarget
  return (
    <Look of={of} appearance={undefined}>
      <Root data-dialog="">
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape */}
        <dialog
          className="lk-modalBackdrop"
          ref={dialog}
          aria-label={label}
          // Told a moment late: React's strict mode, which closes and opens again at once, has not closed anything.
          onClose={() => dialog.current?.open !== true && onClose()}
          onMouseDown={(event) => (pressed.current = event.target)}
          onClick={(event) => outside(event) && dialog.current?.close()}
        >
          <Content close={() => dialog.current?.close()}>{open && children}</Content>
        </dialog>
      </Root>
    </Look>
  )
}

function Content({ close, children }: { readonly close: () => void; readonly children: ReactNode }) {
  const { el } = useLook()
  const words = useWords()
  return (
    <div {...el('modalContent')}>
      {children}
      <button {...el('modalCloseButton')} type="button" aria-label={words.action.close} onClick={close}>
        <Cross />
      </button>
    </div>
  )
}

/**
 * Opens a dialog over the page. The page cannot scroll meanwhile: where that takes its scrollbar away, the page keeps its width.
 * @returns closes the dialog and gives the page its scrollbar back
 */
function showOver(dialog: HTMLDialogElement): () => void {
  const root = document.documentElement
  const before = root.style.paddingInlineEnd
  // The box rather than clientWidth, which tells of no gutter that is kept for a scrollbar.
  const width = () => root.getBoundingClientRect().width
  const was = width()
  dialog.showModal()
  const gained = width() - was
  if (gained > 0) root.style.paddingInlineEnd = `calc(${getComputedStyle(root).paddingInlineEnd} + ${gained}px)`
  return () => {
    dialog.close()
    root.style.paddingInlineEnd = before
  }
}
