/** One variable that the command reads. */
export interface Variable {
  readonly name: `LATCHKEY_${string}`
  readonly meaning: string
  readonly standard: string
}

/** Every environment variable Latchkey reads; `--help` prints it, and a test holds the parser to it. */
export const VARIABLES: readonly Variable[] = [
  { name: 'LATCHKEY_PORT', meaning: 'port to listen on', standard: '4000' },
  { name: 'LATCHKEY_HOST', meaning: 'address to listen on', standard: 'localhost for dev, 0.0.0.0 for start' },
  {
    name: 'LATCHKEY_PUBLIC_URL',
    meaning: 'where browsers reach the server; the only source of links in emails',
    standard: 'http://localhost:<port>; start needs it',
  },
  { name: 'LATCHKEY_DATA_DIR', meaning: 'folder for the database and the development key', standard: '.latchkey' },
  { name: 'LATCHKEY_DATABASE_URL', meaning: 'postgres://… or the path of a SQLite file', standard: '<data dir>/latchkey.db' },
  {
    name: 'LATCHKEY_SECRETS_KEY',
    meaning: '32 random bytes in base64 that seal what is stored',
    standard: 'a file in the data dir, for dev on SQLite only',
  },
  { name: 'LATCHKEY_SECRETS_KEY_OLD', meaning: 'the secrets key before, while latchkey keys rotate secrets replaces it', standard: 'none' },
  { name: 'LATCHKEY_SMTP_URL', meaning: 'smtp://user:password@host:port; without it dev keeps emails in the inbox', standard: 'none' },
  { name: 'LATCHKEY_MAIL_FROM', meaning: 'sender of emails', standard: 'no-reply@<host of the public URL>' },
  { name: 'LATCHKEY_TRUSTED_PROXIES', meaning: 'comma-separated networks whose X-Forwarded-For is believed', standard: 'none' },
  {
    name: 'LATCHKEY_CLERK_SCRIPTS',
    meaning: 'folder whose node_modules hold @clerk/clerk-js and @clerk/ui to serve',
    standard: 'none: redirect to the mirror',
  },
  { name: 'LATCHKEY_SCRIPT_MIRROR', meaning: 'where Clerk SDK scripts are redirected to', standard: 'https://cdn.jsdelivr.net/npm' },
  { name: 'LATCHKEY_LOG_LEVEL', meaning: 'debug, info, warn or error', standard: 'info' },
  { name: 'LATCHKEY_TEST_CLOCK', meaning: '1 moves the clock by <data dir>/clock-offset (milliseconds), dev only', standard: 'off' },
]
