import { headers } from 'next/headers.js'

/** The headers of the request that is being answered. @throws Error in one sentence when none is */
export async function requestHeaders(caller: string): Promise<Headers> {
  try {
    return await headers()
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('outside a request scope'))) throw error
    throw new Error(
      `${caller} was called where Next.js knows of no request. Call it in a server component, a route handler or a server ` +
        'action; in the Pages Router call authenticateRequest().',
      { cause: error },
    )
  }
}
