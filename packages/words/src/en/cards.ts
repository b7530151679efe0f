import { spans } from '../format.ts'

const minutes = spans('en', 'minute')
const seconds = spans('en', 'second')
const oneOf = new Intl.ListFormat('en', { type: 'disjunction' })
const KINDS: Readonly<Record<string, string>> = { email_address: 'email address', phone_number: 'phone number', username: 'username' }
const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)

/** What the cards of signing in and up, the buttons and the user's menu say. What depends on something is a function of it. */
export const cards = {
  signIn: {
    title: (app: string) => (app === '' ? 'Sign in' : `Sign in to ${app}`),
    footer: 'New here?',
    footerLink: 'Create an account',
  },
  signUp: {
    title: (app: string) => (app === '' ? 'Create your account' : `Create your ${app} account`),
    footer: 'Have an account?',
    footerLink: 'Sign in',
  },
  start: { link: 'We’ll email you a link and a code.', code: 'We’ll email you a code.' },
  field: {
    emailAddress: 'Email address',
    emailPlaceholder: 'you@example.com',
    /** @param kinds what one may sign in with, under its wire name */
    identifier: (kinds: readonly string[]) => capital(oneOf.format(kinds.map((kind) => KINDS[kind] ?? kind))),
    username: 'Username',
    firstName: 'First name',
    lastName: 'Last name',
    optional: 'Optional',
  },
  action: {
    continue: 'Continue',
    tryAgain: 'Try again',
    back: 'Back',
    startOver: 'Start over',
    signOut: 'Sign out',
    signInInstead: 'Sign in instead',
    signUpInstead: 'Create one',
    change: 'Change email',
    close: 'Close',
    openAlone: 'Open in its own tab',
    contact: 'Contact support',
  },
  verify: {
    title: 'Check your email',
    sentLink: 'Open the link, or enter the code.',
    sentCode: 'Enter the code we sent.',
    code: '6-digit code',
    noMail: 'Didn’t get it?',
    resend: 'Resend',
    resendReady: 'You can resend the email now.',
    resendIn: (left: number) => `Resend in 0:${left < 10 ? 0 : ''}${left}`,
    resent: 'New email sent. Only its code works now.',
    kept: 'Our last email still works. Use its code.',
    otherWays: 'Try another way',
  },
  methods: {
    title: 'Try another way',
    subtitle: 'Choose how to get in.',
    link: { title: 'Email me a link and a code', text: 'One click in this browser.' },
    code: { title: 'Email me a code', text: 'If the link doesn’t work.' },
    help: 'Still stuck?',
  },
  continue: {
    title: 'One more thing',
    subtitle: 'Your email is confirmed. What should we call you?',
  },
  loading: 'Just a moment',
  landing: 'Signing you in',
  done: {
    title: 'You’re in',
    text: (app: string) => (app === '' ? 'Taking you there.' : `Taking you to ${app}.`),
    stuck: 'Still here? Continue',
  },
  elsewhere: { title: 'You’re signed in', text: 'You signed in from another tab.' },
  signedIn: { title: 'You’re signed in', text: (who: string) => `As ${who}.` },
  ticket: 'This link signs you in. It works once.',
  expired: { title: 'This code has expired', text: 'Codes and links work for 10 minutes.', action: 'Send a new code' },
  exhausted: { title: 'Too many wrong codes', text: 'This code no longer works. We can send you a new one.' },
  locked: {
    title: 'Account locked',
    text: (left: number | null) => `Too many failed attempts. Try again in ${left === null ? 'an hour' : minutes(left)}.`,
  },
  restricted: {
    title: 'By invitation only',
    text: (app: string) => `${app === '' ? 'This application' : app} isn’t accepting new sign-ups. If you have an account, sign in.`,
  },
  linkExpired: { title: 'This link has expired', text: 'Links work for 10 minutes. Start again to get a new one.' },
  linkFailed: { title: 'This link didn’t work', text: 'It was already used, or replaced by a newer email. Start again to get a new one.' },
  tooFast: (left: number | null) => `Too many attempts. Try again in ${left === null ? 'a moment' : seconds(left)}.`,
  unknownError: 'Something went wrong. Try again in a moment.',
  footer: { help: 'Help', terms: 'Terms', privacy: 'Privacy' },
  development: 'Development',
  pageButton: { signIn: 'Sign in', signUp: 'Sign up' },
  userButton: {
    unreachable: 'Your account can’t be reached. Try again',
    unreachableShort: 'Not reachable',
    open: 'Open account menu',
    menu: 'Account',
    manage: 'Manage account',
    signOut: 'Sign out',
    signOutAll: 'Sign out of all accounts',
    switchTo: (who: string) => `Switch to ${who}`,
    add: 'Add account',
  },
  /**
   * What went wrong, by a code of ours, or by the server's where a form can say it better than the server, who knows no form. A code of
   * the server that is not here is shown in its own words.
   */
  errors: {
    form_identifier_not_found: 'No account uses this email.',
    'form_identifier_not_found.identifier': 'No account uses this. Check for typos.',
    form_identifier_exists: 'This email already has an account.',
    'form_identifier_exists.username': 'This username is taken. Choose another.',
    form_username_invalid_length: 'Use 4 to 64 characters.',
    form_param_format_invalid: 'This doesn’t look right. Check for typos.',
    'form_param_format_invalid.emailAddress': 'Enter a valid email address.',
    form_param_missing: 'Required.',
    missing: 'Required.',
    not_an_address: 'Enter a valid email address.',
    form_code_incorrect: 'Wrong code. Use the one in our latest email.',
    client_state_invalid: 'This has expired. Start again.',
    resource_not_found: 'This has expired. Start again.',
    cookies_blocked: 'Your browser is blocking cookies. Allow them for this site, then try again.',
    cookies_framed: 'Your browser is blocking cookies while another site shows this page. Open it in its own tab.',
    unreachable: 'We can’t reach the server. Check your connection and try again.',
    server_unreachable: 'We can’t reach the server. Try again in a moment.',
    user_banned: 'This account can’t sign in. Contact support.',
  },
} as const
