export {
  LatchkeyContext,
  type LatchkeyContextValue,
  type Modal,
  ModalContext,
  type OpenModal,
  type ReverificationOptions,
  type Reverify,
  ReverifyContext,
  type Urls,
} from './context.ts'
export { DEFAULT_URLS } from './default-urls.ts'
export { LatchkeyProvider } from './components/latchkey-provider.tsx'
export type { LatchkeyProviderProps } from './components/latchkey-provider.tsx'
export { LatchkeyFailed, LatchkeyLoaded, LatchkeyLoading } from './components/phases.tsx'
export { RedirectToSignIn, RedirectToSignUp, RedirectToUserProfile } from './components/redirects.tsx'
export { Show, type ShowProps, type ShowTo, SignedIn, SignedOut } from './components/show.tsx'
export { SignInButton, SignOutButton, type SignOutButtonProps, SignUpButton } from './components/buttons.tsx'
export { HINT_SCRIPT, HINT_SCRIPT_HASH, HintScript, type HintScriptProps } from './hint/hint-script.tsx'
export { type UseAuth, useAuth, type UseUser, useUser } from './hooks/use-auth.ts'
export { useLatchkey, useLatchkeyPhase, useSnapshot, useUrls } from './hooks/use-latchkey.ts'
export { type LatchkeyPage, useLatchkeyPage } from './hooks/use-latchkey-page.ts'
export { useReverification } from './hooks/use-reverification.ts'
export {
  isReverificationCancelled,
  isReverificationRequired,
  reverificationCancelled,
  withReverification,
} from './hooks/with-reverification.ts'
export { type UseSession, useSession, type UseSessionList, useSessionList } from './hooks/use-session.ts'
export { type UseSignIn, useSignIn, type UseSignUp, useSignUp } from './hooks/use-attempts.ts'
export type { EntranceProps } from './navigation/use-entrance.ts'
export { type ReturnProps, withReturn } from './navigation/return-to.ts'
