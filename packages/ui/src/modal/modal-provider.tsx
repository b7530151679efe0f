'use client'
import { type Modal, ModalContext, type OpenModal, useSnapshot } from '@latchkey/react'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { FormProps } from '../flow/props.ts'
import { ReverificationProvider } from '../reverification/reverification-provider.tsx'
import { useWords } from '../words/words.ts'
import { Dialog } from './dialog.tsx'

// What is behind a button is fetched when it is pressed.
const SignIn = lazy(async () => ({ default: (await import('../cards/flow-cards.tsx')).SignIn }))
const SignUp = lazy(async () => ({ default: (await import('../cards/flow-cards.tsx')).SignUp }))
const UserProfile = lazy(async () => ({ default: (await import('../user-profile/user-profile.tsx')).UserProfile }))

interface Opened {
  readonly modal: Modal
  readonly props: FormProps
}

/** How long somebody may see that they are in before the dialog goes. */
const PROUD_MS = 700

/** Draws what `<SignInButton mode="modal">` and its like open over the page. */
export function ModalProvider({ children }: { readonly children?: ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = useCallback(() => setOpened(null), [])
  const open = useCallback<OpenModal>((modal, { forceRedirectUrl, fallbackRedirectUrl }) => {
    const here = location.pathname + location.search + location.hash
    setOpened({ modal, props: { routing: 'virtual', forceRedirectUrl: forceRedirectUrl ?? fallbackRedirectUrl ?? here } })
  }, [])
  return (
    <ModalContext value={open}>
      <ReverificationProvider>
        {children}
        {/* Into the body, since the provider may stand around it, or around the whole document. */}
        {opened && createPortal(<Over key={opened.modal} opened={opened} close={close} show={setOpened} />, document.body)}
      </ReverificationProvider>
    </ModalContext>
  )
}

function Over({
  opened: { modal, props },
  close,
  show,
}: {
  readonly opened: Opened
  readonly close: () => void
  readonly show: (opened: Opened) => void
}) {
  const words = useWords()
  const { user } = useSnapshot()
  const [before] = useState(user?.id)
  const entered = modal !== 'user-profile' && user !== null && user.id !== before
  const left = modal === 'user-profile' && user === null
  useEffect(() => {
    if (left) close()
    if (!entered) return
    const timer = setTimeout(close, PROUD_MS)
    return () => clearTimeout(timer)
  }, [entered, left, close])
  const form = {
    ...props,
    onSwitch: (to: 'signIn' | 'signUp', initialValues: NonNullable<FormProps['initialValues']>) =>
      show({ modal: to === 'signIn' ? 'sign-in' : 'sign-up', props: { ...props, initialValues } }),
  }
  return (
    <Dialog
      of={modal === 'sign-in' ? 'signIn' : modal === 'sign-up' ? 'signUp' : 'userProfile'}
      label={modal === 'user-profile' ? words.userButton.manage : words[modal === 'sign-in' ? 'signIn' : 'signUp'].title('')}
      onClose={close}
    >
      <Suspense fallback={<div className="lk-modalLoading" />}>
        {modal === 'sign-in' ? <SignIn {...form} /> : modal === 'sign-up' ? <SignUp {...form} /> : <UserProfile />}
      </Suspense>
    </Dialog>
  )
}
