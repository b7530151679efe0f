import { SignIn } from '@latchkey/nextjs'

/** A form below a strict policy. */
export default function Strict() {
  return <SignIn />
}
