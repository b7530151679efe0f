/** What an app's `proxy.ts` holds at the least. The README shows the same. */
export const PROXY_FILE = `import { authMiddleware } from '@latchkey/nextjs'

export default authMiddleware({ publicRoutes: ['/'] })

export const config = {
  matcher: ['/', '/((?!_next/static|_next/image|[^?]*\\\\.(?:css|js|mjs|map|ico|png|jpe?g|gif|svg|webp|avif|woff2?|ttf|otf|txt|xml|webmanifest)$).*)', '/__latchkey/:path*'],
}`
