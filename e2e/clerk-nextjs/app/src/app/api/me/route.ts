import { auth, clerkClient } from '@clerk/nextjs/server'

/** Who is asking, by the Backend API. */
export async function GET() {
  const { userId } = await auth()
  if (!userId) return Response.json({ error: 'signed out' }, { status: 401 })
  const client = await clerkClient()
  const user = await client.users.getUser(userId)
  return Response.json({ id: user.id, email: user.emailAddresses[0]?.emailAddress, firstName: user.firstName })
}
