'use client'
import { useCallback, useContext } from 'react'
import { useLatchkey, useUrls } from '../hooks/use-latchkey.ts'
import { type Modal, ModalContext } from '../context.ts'
import { oneName, type ReturnProps, returnTo, withReturn } from './return-to.ts'

/** How a button leads to signing in or up. */
export interface EntranceProps extends ReturnProps {
  /** To the page (`redirect`, unless told otherwise) or over this one. Without anybody who can draw a modal, it is the page. */
  readonly mode?: 'redirect' | 'modal' | undefined
}

/** What leads to signing in or up, by the page or over this one. */
export function useEntrance(modal: Modal & ('sign-in' | 'sign-up')): (how: EntranceProps) => Promise<void> {
  const latchkey = useLatchkey()
  const { signInUrl, signUpUrl } = useUrls()
  const openModal = useContext(ModalContext)
  const to = modal === 'sign-in' ? signInUrl : signUpUrl
  return useCallback(
    async ({ mode = 'redirect', ...given }) => {
      const props = oneName(given, modal === 'sign-up')
      if (mode === 'modal' && openModal !== null) return openModal(modal, props)
      await latchkey.navigate(withReturn(to, returnTo(props, to, location as unknown as URL)))
    },
    [latchkey, openModal, modal, to],
  )
}
