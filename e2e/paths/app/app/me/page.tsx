import { currentUser } from '@latchkey/nextjs'

export default async function Me() {
  const user = await currentUser()
  return <h1>PRIVATE-BYTES {user?.primaryEmailAddress?.emailAddress ?? 'nobody'}</h1>
}
