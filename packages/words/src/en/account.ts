import { ago } from '../format.ts'

/** What is asked for, by its strategy, where nothing is sent. */
const ASKED: Readonly<Record<string, string | undefined>> = {
  totp: 'Enter the code from your authenticator app.',
  backup_code: 'Enter one of your backup codes.',
  password: 'Enter your password.',
}

const WAYS: Readonly<Record<string, string | undefined>> = {
  totp: 'Use your authenticator app',
  backup_code: 'Use a backup code',
  password: 'Use your password',
}

/** What the account says. Apart from the cards, since a sign-in page has no use for it. */
export const account = {
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
  active: (at: number, now: number) => `Active ${ago('en', at, now)}`,
  reverification: {
    title: 'Confirm it’s you',
    subtitle: 'You signed in a while ago. Show that it’s you to go on.',
    none: 'This can’t be confirmed here. Sign out and in again, then repeat it.',
    password: 'Password',
    backupCode: 'Backup code',
    tell: (strategy: string, to: string) => (to === '' ? (ASKED[strategy] ?? '') : `We sent a code to ${to}.`),
    way: (strategy: string, to: string) => (to === '' ? (WAYS[strategy] ?? strategy) : `Send a code to ${to}`),
  },
  danger: 'Delete account',
  delete: 'Delete account',
  deleteText: 'Your account and all its data will be permanently deleted.',
  deleteAsk: (phrase: string) => `Type “${phrase}” to confirm. This can’t be undone.`,
  deletePhrase: 'delete my account',
  deleteWrong: (phrase: string) => `That doesn’t match. Type “${phrase}”.`,
} as const
