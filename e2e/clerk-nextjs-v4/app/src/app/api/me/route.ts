import { currentUser } from '@clerk/nextjs'
import { NextResponse } from 'next/server'

/** Who is asking. The middleware answers 401 for a visitor who is signed out. */
export async function GET() {
  const user = await currentUser()
  return NextResponse.json({ id: user?.id, email: user?.emailAddresses[0]?.emailAddress, firstName: user?.firstName })
}
