'use client'
import type { Latchkey, SessionResource, UserResource } from '@latchkey/js'
import { useContext, useMemo } from 'react'
import { ModalContext } from '../context.ts'
import type { ReturnProps } from '../navigation/return-to.ts'
import { useEntrance } from '../navigation/use-entrance.ts'
import { useLatchkey, useSnapshot, useUrls } from './use-latchkey.ts'

/** The store of the page, who is signed in, and the ways in and to the account. */
export interface LatchkeyPage extends Latchkey {
  /** It is known who is signed in. */
  readonly loaded: boolean
  readonly user: UserResource | null
  readonly session: SessionResource | null
  /** Opens the form over the page; goes to its page where nothing can be opened. */
  openSignIn(options?: ReturnProps): void
  openSignUp(options?: ReturnProps): void
  openUserProfile(): void
  /** Goes to the page, and after signing in back here. */
  redirectToSignIn(options?: ReturnProps): Promise<void>
  redirectToSignUp(options?: ReturnProps): Promise<void>
  redirectToUserProfile(): Promise<void>
}

/** The store of the page, with what one does about it. @throws Error outside of a provider */
export function useLatchkeyPage(): LatchkeyPage {
  const latchkey = useLatchkey()
  const { phase, user, session } = useSnapshot()
  const { userProfileUrl } = useUrls()
  const openModal = useContext(ModalContext)
  const [signIn, signUp] = [useEntrance('sign-in'), useEntrance('sign-up')]
  return useMemo(() => {
    const toProfile = () => latchkey.navigate(userProfileUrl)
    return {
      ...latchkey,
      loaded: phase === 'ready',
      user,
      session,
      openSignIn: (options) => void signIn({ ...options, mode: 'modal' }).catch(reportError),
      openSignUp: (options) => void signUp({ ...options, mode: 'modal' }).catch(reportError),
      openUserProfile: () => (openModal === null ? void toProfile().catch(reportError) : openModal('user-profile', {})),
      redirectToSignIn: (options) => signIn({ ...options, mode: 'redirect' }),
      redirectToSignUp: (options) => signUp({ ...options, mode: 'redirect' }),
      redirectToUserProfile: toProfile,
    }
  }, [latchkey, phase, user, session, openModal, userProfileUrl, signIn, signUp])
}
