import { authMiddleware } from '@latchkey/nextjs'

export default authMiddleware({
  publicRoutes: ['/', '/auth/signin', '/auth/signup'],
})

export const config = {
  matcher: ['/', '/((?!_next/static/).*)'],
}
