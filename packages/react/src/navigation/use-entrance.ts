'use client'
import { useContext } from 'react'
import { useLatchkey } from '../hooks/use-latchkey.ts'
import { useUrls } from '../hooks/use-urls.ts'
import { type Modal, ModalContext } from '../modal-context.ts'
import { returnTo, type ReturnProps } from './return-to.ts'
import { withReturn } from './with-return.ts'

/** How a button leads to signing in or up. */
export interface EntranceProps extends ReturnProps {
  /** To the page (`redirect`, unless told otherwise) or over this one. Without anybody who can draw a modal, it is the page. */
  readonly mode?: 'redirect' | 'modal' | undefined
}

/** What a button that leads to signing in or up does when clicked. */
export function useEntrance(modal: Modal & ('sign-in' | 'sign-up'), { mode = 'redirect', ...props }: EntranceProps): () => Promise<void> {
  const latchkey = useLatchkey()
  const { signInUrl, signUpUrl } = useUrls()
  const openModal = useContext(ModalContext)
  return async () => {
    if (mode === 'modal' && openModal !== null) return openModal(modal, props)
    const to = modal === 'sign-in' ? signInUrl : signUpUrl
    await latchkey.navigate(withReturn(to, returnTo(props, to, location as unknown as URL)))
  }
}
