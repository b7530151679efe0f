'use client'
import { createContext, useContext } from 'react'
import type { Loose } from './words.ts'

const en = {
  title: 'Account',
  subtitle: 'Your name, email addresses and devices.',
  signedOut: 'You are signed out. Sign in to see your account.',
  signIn: 'Sign in',
  names: 'Name',
  noName: 'No name yet',
  edit: 'Edit',
  save: 'Save',
  cancel: 'Cancel',
  remove: 'Remove',
  saved: 'Saved.',
  addresses: 'Email addresses',
  primary: 'Primary',
  unverified: 'Unverified',
  add: 'Add email address',
  addTitle: 'New email address',
  send: 'Send a code',
  confirm: 'Confirm',
  confirmAddress: (address: string) => `Confirm ${address}`,
  gone: 'This no longer exists. Reload the page.',
  sentTo: (address: string) => `We sent a code to ${address}.`,
  confirmed: (address: string) => `${address} is confirmed.`,
  madePrimary: (address: string) => `${address} is now your primary address.`,
  removed: (address: string) => `${address} was removed.`,
  makePrimary: 'Make primary',
  makePrimaryOf: (address: string) => `Make primary: ${address}`,
  removeOf: (address: string) => `Remove ${address}`,
  removeAsk: (address: string) => `Remove ${address}? You won’t be able to sign in with it.`,
  devices: 'Devices',
  devicesLoading: 'Loading devices',
  thisDevice: 'This device',
  device: (browser: string | undefined, device: string | undefined) => [browser ?? 'Unknown browser', device].filter(Boolean).join(' on '),
  signOutOf: (device: string) => `Sign out of ${device}`,
  signedOutOf: (device: string) => `Signed out of ${device}.`,
  active: (when: string) => `Active ${when}`,
  danger: 'Delete account',
  delete: 'Delete account',
  deleteText: 'Your account and all its data will be permanently deleted.',
  deleteAsk: (phrase: string) => `Type “${phrase}” to confirm. This can’t be undone.`,
  deletePhrase: 'delete my account',
  deleteWrong: (phrase: string) => `That doesn’t match. Type “${phrase}”.`,
} as const

/** What a language has to say about the account. Apart, since a sign-in page has no use for it. */
export type ProfileWords = Loose<typeof en>

/** The language of an account below; English where nobody chose. */
export const ProfileWordsContext = createContext<ProfileWords>(en)

/** The words of the account. */
export const useProfileWords = (): ProfileWords => useContext(ProfileWordsContext)
