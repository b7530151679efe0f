import { authMiddleware } from '@clerk/nextjs'

export default authMiddleware({ publicRoutes: ['/', '/auth/signin', '/auth/signup'] })

export const config = {
  matcher: ['/((?!.*\\..*|_next).*)', '/', '/(api|trpc)(.*)'],
}
