/** Below this path of the app the Latchkey server is reached. */
export const PREFIX = '/__latchkey'
