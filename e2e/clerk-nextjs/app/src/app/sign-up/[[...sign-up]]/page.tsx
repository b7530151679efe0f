import { SignUp } from '@clerk/nextjs'
import { AfterMount } from '../../../components/after-mount'

export default function Page() {
  return (
    <AfterMount>
      <SignUp />
    </AfterMount>
  )
}
