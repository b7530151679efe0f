/** The version of this command, which its package.json repeats. */
export const VERSION = '0.1.0'
