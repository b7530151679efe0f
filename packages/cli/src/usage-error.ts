/** Something the person at the terminal can put right: printed as its one line, exit code 1. */
export class UsageError extends Error {}
