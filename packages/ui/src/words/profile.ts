'use client'
import { createContext, useContext } from 'react'
import type { Loose } from './words.ts'

const en = {
  title: 'Account',
  subtitle: 'Who you are here, and where you are signed in.',
  names: 'Name',
  noName: 'No name yet',
  edit: 'Edit',
  save: 'Save',
  cancel: 'Cancel',
  remove: 'Remove',
  saved: 'Saved.',
  addresses: 'Email addresses',
  primary: 'Primary',
  unverified: 'Not confirmed',
  add: 'Add an address',
  addTitle: 'New address',
  send: 'Send a code',
  confirm: 'Confirm',
  confirmAddress: (address: string) => `Confirm ${address}`,
  gone: 'This is no longer there. Load the page again.',
  sentTo: (address: string) => `We sent a code to ${address}.`,
  makePrimary: 'Make primary',
  makePrimaryOf: (address: string) => `Make primary: ${address}`,
  removeOf: (address: string) => `Remove ${address}`,
  removeAsk: (address: string) => `Remove ${address}? You will no longer be able to sign in with it.`,
  devices: 'Devices',
  devicesLoading: 'Looking for your devices',
  thisDevice: 'This device',
  device: (browser: string | null, device: string | null) => [browser ?? 'Unknown browser', device].filter(Boolean).join(' on '),
  signOutOf: (device: string) => `Sign out of ${device}`,
  active: (when: string) => `Active ${when}`,
  danger: 'Danger',
  delete: 'Delete account',
  deleteText: 'Everything about your account here is removed for good.',
  deleteAsk: (phrase: string) => `Type “${phrase}” to delete your account. Nobody can undo this.`,
  deletePhrase: 'delete my account',
  deleteWrong: (phrase: string) => `That is not “${phrase}”. Type it as it stands above.`,
} as const

/** What a language has to say about the account. Apart, since a sign-in page has no use for it. */
export type ProfileWords = Loose<typeof en>

/** The language of an account below; English where nobody chose. */
export const ProfileWordsContext = createContext<ProfileWords>(en)

/** The words of the account. */
export const useProfileWords = (): ProfileWords => useContext(ProfileWordsContext)
