/** The matcher that leaves nothing out but Next's own files. */
export const SAFE_MATCHER = "matcher: ['/', '/((?!_next/static/).*)']"

/** What an app's `proxy.ts` holds at the least. The README shows the same. */
export const PROXY_FILE = `import { authMiddleware } from '@latchkey/nextjs'

export default authMiddleware({ publicRoutes: ['/'] })

export const config = {
  ${SAFE_MATCHER},
}`
