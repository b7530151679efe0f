export { SignIn, type SignInProps, SignUp, type SignUpProps } from './cards/flow-cards.tsx'
export {
  SignInButton,
  type SignInButtonProps,
  SignOutButton,
  type SignOutButtonProps,
  SignUpButton,
  type SignUpButtonProps,
} from './page-button/page-buttons.tsx'
export { UserButton } from './user-button/user-button.tsx'
export type { UserButtonProps } from './user-button/user-button.tsx'
export { MenuItem as UserButtonItem, type MenuItemProps as UserButtonItemProps } from './user-button/menu-item.tsx'
export { UserAvatar } from './user-button/avatar.tsx'
export { UserProfile, type UserProfileProps } from './user-profile/user-profile.tsx'
export { ReverificationProvider } from './reverification/reverification-provider.tsx'
export { ModalProvider } from './modal/modal-provider.tsx'
export { AppearanceProvider } from './appearance/appearance-provider.tsx'
export type { Appearance, Elements, Look, LookOptions, Styled } from './appearance/types.ts'
export { AccountWordsContext } from './words/account.ts'
export { useWords, WordsContext } from './words/words.ts'
