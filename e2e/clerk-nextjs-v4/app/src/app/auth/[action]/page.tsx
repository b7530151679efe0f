import { SignIn, SignUp } from '@clerk/nextjs'

export default function Auth({ params }: { params: { action: string } }) {
  if (params.action === 'signup') return <SignUp redirectUrl="/main" signInUrl="/auth/signin" />
  return <SignIn redirectUrl="/main" signUpUrl="/auth/signup" />
}
