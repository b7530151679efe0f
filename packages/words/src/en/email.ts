import { spans } from '../format.ts'

const minutes = spans('en', 'minute')
const signOutOthers = (app: string) => `If this wasn’t you, sign in to ${app}, open your account and sign out the devices you don’t know.`

/** What emails say. */
export const email = {
  /** One fact a line, such as the device. */
  fact: (name: string, value: string) => `${name}: ${value}`,
  /** The email with a code and, where there is one, a link. */
  verification: {
    subject: (code: string, app: string) => `${code} is your ${app} code`,
    link: 'Or open this link in the browser you started in:',
    requestedFrom: 'Requested from:',
    sign_in: {
      heading: (app: string) => `Sign in to ${app}`,
      instruction: (left: number) => `Enter this code where you’re signing in. It expires in ${minutes(left)}.`,
      button: 'Sign in',
      warning: 'If this wasn’t you, ignore this email. Nobody can sign in without it.',
    },
    sign_up: {
      heading: (app: string) => `Create your ${app} account`,
      instruction: (left: number) => `Enter this code where you’re signing up. It expires in ${minutes(left)}.`,
      button: 'Confirm email',
      warning: 'If this wasn’t you, ignore this email. No account is created without it.',
    },
    reverification: {
      heading: (app: string) => `Confirm that it’s you at ${app}`,
      instruction: (left: number) => `Enter this code where you’re changing your account. It expires in ${minutes(left)}.`,
      button: 'Confirm',
      warning:
        'If this wasn’t you, somebody is signed in to your account: sign in, open your account and sign out the devices you don’t know.',
    },
    identification: {
      heading: (app: string) => `Add this email to your ${app} account`,
      instruction: (left: number) => `Enter this code where you’re adding this email. It expires in ${minutes(left)}.`,
      button: 'Confirm email',
      warning: 'If this wasn’t you, ignore this email. The address isn’t added without it.',
    },
  },
  /** What a person is told about their account that they may not have done themselves. */
  notices: {
    new_device: {
      heading: (app: string) => `New sign-in to ${app}`,
      happened: (app: string, _address: string) =>
        `Somebody signed in to your ${app} account on a device that hasn’t been used with it before.`,
      otherwise: signOutOthers,
    },
    address_added: {
      heading: (app: string) => `Email added to your ${app} account`,
      happened: (app: string, address: string) => `${address} was added to your ${app} account and can now be used to sign in.`,
      otherwise: (app: string) =>
        `If this wasn’t you, sign in to ${app}, remove that email from your account and sign out the devices you don’t know.`,
    },
    address_removed: {
      heading: (app: string) => `Email removed from your ${app} account`,
      happened: (app: string, address: string) => `${address} was removed from your ${app} account and can no longer be used to sign in.`,
      otherwise: signOutOthers,
    },
    primary_address_changed: {
      heading: (app: string) => `Primary email of your ${app} account changed`,
      happened: (app: string, address: string) => `${address} is now the primary email of your ${app} account.`,
      otherwise: signOutOthers,
    },
    /** A name that nothing proves, such as a username; an empty one was taken away. */
    sign_in_name_changed: {
      heading: (app: string) => `How you sign in to ${app} changed`,
      happened: (app: string, name: string) =>
        name === '' ? `Your ${app} account can no longer be signed in to by a username.` : `You can now sign in to ${app} as ${name}.`,
      otherwise: signOutOthers,
    },
    second_factor_added: {
      heading: (app: string) => `Second step added to your ${app} account`,
      happened: (app: string, _address: string) => `From now on ${app} asks for a second step when you sign in.`,
      otherwise: signOutOthers,
    },
    second_factor_removed: {
      heading: (app: string) => `Second step removed from your ${app} account`,
      happened: (app: string, _address: string) => `One of the second steps that ${app} asks for when you sign in was removed.`,
      otherwise: signOutOthers,
    },
    second_factor_renewed: {
      heading: (app: string) => `New backup codes for your ${app} account`,
      happened: (app: string, _address: string) => `New backup codes were made for ${app}. The ones you had no longer work.`,
      otherwise: signOutOthers,
    },
    second_factor_off: {
      heading: (app: string) => `Your ${app} account has no second step any more`,
      happened: (app: string, _address: string) => `The second step was removed: ${app} no longer asks for it when you sign in.`,
      otherwise: signOutOthers,
    },
    account_deleted: {
      heading: (app: string) => `Your ${app} account was deleted`,
      happened: (app: string, _address: string) => `Your ${app} account was deleted with everything in it. This can’t be undone.`,
      otherwise: (app: string) => `If this wasn’t you, contact ${app} right away.`,
    },
  },
} as const
