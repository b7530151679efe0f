/** Below which path the whole app is (`basePath` of `next.config`), `''` for none. Next.js puts the value in here. */
export const basePath: string = process.env.__NEXT_ROUTER_BASEPATH ?? ''
