import { SignIn, SignUp } from '@latchkey/nextjs'
import { notFound } from 'next/navigation'

export default async function Auth({ params }: { params: Promise<{ action: string }> }) {
  const { action } = await params
  if (action !== 'signin' && action !== 'signup') notFound()
  return <div className="auth">{action === 'signin' ? <SignIn redirectUrl="/main" /> : <SignUp redirectUrl="/main" />}</div>
}
