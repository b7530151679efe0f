import { authMiddleware } from '@latchkey/nextjs'

export default authMiddleware({
  publicRoutes: ['/', '/auth/signin', '/auth/signup'],
})

export const config = {
  matcher: ['/', '/((?!_next/static|_next/image|[^?]*\\.(?:css|js|mjs|map|ico|png|jpe?g|gif|svg|webp|avif|woff2?|ttf|otf|txt|xml|webmanifest)$).*)', '/__latchkey/:path*'],
}
