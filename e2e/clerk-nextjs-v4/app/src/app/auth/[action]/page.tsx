import { SignIn, SignUp } from '@clerk/nextjs'
import { AfterMount } from '../../components/AfterMount'

export default function Auth({ params }: { params: { action: string } }) {
  return (
    <AfterMount>
      {params.action === 'signup' ? (
        <SignUp redirectUrl="/main" signInUrl="/auth/signin" />
      ) : (
        <SignIn redirectUrl="/main" signUpUrl="/auth/signup" />
      )}
    </AfterMount>
  )
}
