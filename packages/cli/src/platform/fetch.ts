/** How requests leave. */
export const send: typeof fetch = (input, init) => fetch(input, init)
