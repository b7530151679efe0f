import { currentUser } from '@latchkey/nextjs'

/** The signed-in user, for anything that calls this app. The middleware answers 401 to everybody else. */
export async function GET() {
  const user = await currentUser()
  return Response.json({ user })
}
