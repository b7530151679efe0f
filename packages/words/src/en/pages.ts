import { spans } from '../format.ts'
import type { Piece, Rich } from '../shape.ts'

const minutes = spans('en', 'minute')
const seconds = spans('en', 'second')

/** What the pages of the server say, where it is not what the cards say as well. */
export const pages = {
  /** A page of the server itself, in its tab. */
  ofLatchkey: (title: string) => `${title} · Latchkey`,
  /** A page of an application, in its tab. */
  ofApplication: (title: string, app: string) => `${title} · ${app}`,
  continueTo: (app: string) => `Continue to ${app}`,
  notFound: {
    title: 'Page not found',
    text: 'There is no page at this address.',
    remedy: 'Check it for a typing error, or go back to where you came from.',
  },
  /** Before the name by which the operator finds a failure in the log. */
  trace: (id: Piece): Rich => ['Trace ', id],

  /** Signing in and up without scripts. */
  signIn: { tab: 'Sign in' },
  signUp: { tab: 'Create an account' },
  optional: '(optional)',
  /** Below a page whose scripts are long in coming. */
  late: 'Still waiting? Open this page without scripts.',
  cookiesBlocked: 'Your browser is blocking cookies. Allow them for this site, or open this page in its own tab, then try again.',
  code: {
    tab: 'Enter your code',
    sentTo: (address: Piece): Rich => ['We sent a code to ', address, '.'],
    orLink: 'You can also open the link in this browser.',
    label: 'Code',
    sixDigits: 'Six digits',
    sentAgain: 'New code sent.',
    sendAgain: 'Send a new code',
    /** @param left seconds to wait since the last one */
    wait: (left: number) => `You can get a new code in ${seconds(left)}.`,
    change: 'Use another email',
  },
  secondStep: {
    title: 'One more step',
    text: 'You’re not signed in yet: your account asks for a second step, and this page can’t take it.',
    remedy: 'Turn on JavaScript in this browser, then sign in on the sign-in page.',
    linkKept: 'The link was not used up.',
    open: 'Open the sign-in page',
  },
  signedIn: { tab: 'Signed in', as: (who: Piece): Rich => ['as ', who], account: 'Your account' },
  ticket: {
    button: 'Sign in',
    notYet: 'You’re not signed in yet. Press the button once more. If this page comes back, allow cookies for this site.',
    useless: 'This link doesn’t work',
    remedy: 'Ask for a new link where you got this one.',
  },
  account: {
    title: 'Your account',
    signedInAs: (who: Piece): Rich => ['You’re signed in as ', who, '.'],
    saved: 'Name saved.',
    save: 'Save',
    addresses: (count: number) => (count === 1 ? 'Email address' : 'Email addresses'),
    primary: 'primary',
    unproven: 'not confirmed',
  },

  /** Behind the link of an email. */
  link: {
    done: {
      tab: 'Confirmed',
      title: 'Your email is confirmed',
      text: 'Your other tab continues on its own. You can close this one.',
    },
    elsewhere: {
      tab: 'Your code',
      /** @param left for how many minutes the code is good */
      left: (left: number) => `It expires in ${minutes(left)}. Once you’ve entered it, you can close this page.`,
      requestedFrom: 'Requested from',
      notYou: 'Wasn’t you?',
      sign_in: {
        heading: (app: string) => `Sign in to ${app}`,
        instruction: 'You started in another browser. Enter this code there, where you’re signing in:',
        warning: 'Close this page, and never share the code. Nobody can sign in without it.',
      },
      sign_up: {
        heading: (app: string) => `Confirm your email for ${app}`,
        instruction: 'You started in another browser. Enter this code there, where you’re signing up:',
        warning: 'Close this page, and never share the code. No account is created without it.',
      },
      identification: {
        heading: (app: string) => `Add this email to your ${app} account`,
        instruction: 'You started in another browser. Enter this code there, where you’re adding it:',
        warning: 'Close this page, and never share the code. The address isn’t added without it.',
      },
    },
    problems: {
      expired: { title: 'This link has expired', text: 'Go back to where you started and request a new one.' },
      used: { title: 'This link was already used', text: 'Each link works once. If you’re not signed in, go back and request a new one.' },
      invalid: { title: 'This link isn’t valid', text: 'Open it from our latest email, or copy the whole link.' },
      failed: { title: 'This link no longer works', text: 'Go back to where you started and try again.' },
    },
  },

  /** The first page of a development server. */
  home: {
    tab: 'Running',
    title: 'Latchkey is running',
    version: (version: string, url: Piece): Rich => [`Version ${version}, for development, at `, url],
    inbox: 'Open the inbox',
    inboxText: 'Every email lands there. Nothing leaves this machine.',
    next: 'Next',
    add: (init: Piece, file: Piece, env: Piece): Rich => [
      'Add Latchkey to your Next.js app: call this in its folder. It shows every change and asks first.',
      init,
      ' For an app with Clerk’s SDK, put what this prints into its ',
      file,
      '.',
      env,
    ],
    /** @param link to the inbox, around the word given to it */
    signUp: (link: (word: string) => Piece): Rich => [
      'Start the app and sign up with any address. The code arrives in the ',
      link('inbox'),
      '.',
    ],
    testAddress: (address: Piece, code: Piece): Rich => ['For tests, ', address, ' always takes the code ', code, ' and gets no email.'],
    applications: (count: number) => (count === 1 ? 'Your application' : 'Your applications'),
    none: (command: Piece): Rich => ['None yet. Create one and print its keys:', command],
    kinds: { development: 'development', production: 'production' },
    publishableKey: 'Publishable key',
    frontendApi: 'Frontend API',
  },

  /** The emails that a development server kept. */
  inbox: {
    title: 'Inbox',
    ofEmail: (subject: string) => `${subject} · Inbox`,
    all: 'All emails',
    refresh: 'Refresh',
    emails: 'Emails',
    to: 'To',
    when: 'When',
    openLink: 'Open link',
    view: 'View',
    preview: 'Preview',
    plainText: 'Plain text',
    frame: 'Email preview',
    empty: 'No emails yet',
    emptyText: 'Sign in or sign up in your app, and the email with the code appears here. Nothing leaves this machine.',
    testAddresses: (tag: Piece, code: Piece): Rich => ['Addresses with ', tag, ' get no email. Their code is always ', code, '.'],
    following: 'New emails appear automatically.',
    received: 'New email received.',
    unreachable: 'Can’t reach the server. Retrying…',
  },
} as const
