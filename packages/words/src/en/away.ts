/** What the visitor of an app reads while the app's own server cannot say who is signed in. Its developer is told more. */
export const away = {
  /** It passes by itself. */
  passing: {
    title: 'This page is not available right now',
    text: 'We can’t check who is signed in right now.',
    remedy: 'Try again in a moment.',
  },
  /** Somebody has to mend the app first. */
  lasting: {
    title: 'This page is not available',
    text: 'This app isn’t fully set up.',
    remedy: 'The reason is in the app’s log.',
  },
  tryAgain: 'Try again',
  /** What a form shows. */
  refusal: { title: 'Signing in isn’t possible right now.', text: 'Signing in isn’t possible right now. Try again in a moment.' },
} as const
