/** What a sign-in page takes: the entry that is measured. */
export { createLatchkey } from '@latchkey/js'
export { LatchkeyProvider } from '@latchkey/react'
export { SignIn, SignUp, UserButton } from '../index.ts'
