export { LatchkeyProvider, type LatchkeyProviderProps } from './components/provider.tsx'
export {
  HINT_SCRIPT_HASH,
  LatchkeyFailed,
  LatchkeyLoaded,
  LatchkeyLoading,
  RedirectToSignIn,
  RedirectToSignUp,
  RedirectToUserProfile,
  Show,
  SignedIn,
  SignedOut,
  useAuth,
  useLatchkeyPage as useLatchkey,
  useReverification,
  useSession,
  useSessionList,
  useSignIn,
  useSignUp,
  useUser,
} from '@latchkey/react'
export { SignInButton, SignOutButton, SignUpButton, UserAvatar, UserButton, UserButtonItem, UserProfile } from '@latchkey/ui'
export type { LatchkeyPage, ReverificationOptions } from '@latchkey/react'
export type { Appearance, SignInProps, SignUpProps, UserButtonProps, UserProfileProps } from '@latchkey/ui'
export { isLatchkeyError } from '@latchkey/js'
export type { LatchkeyError, SessionResource, SignInResource, SignUpResource, UserResource } from '@latchkey/js'
export type { SettingsOptions } from './settings/read-settings.ts'
