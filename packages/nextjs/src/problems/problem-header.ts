/** The header by which an answer tells the page, in development, what is wrong. */
export const PROBLEM_HEADER = 'latchkey-problem'
