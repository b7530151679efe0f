// The peer's own question who is signed in, asked in its process: a session in its database, on node:sqlite, found by cookie.
import { DatabaseSync } from 'node:sqlite'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { emailOTP } from 'better-auth/plugins'

const database = new DatabaseSync(process.argv[2])
database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL')
const origin = 'http://localhost:4000'
let code = ''
const options = {
  database,
  baseURL: origin,
  secret: 'c2VjcmV0LW9mLXRoZS1iZW5jaG1hcmstb25seS0xMjM0NTY3ODkw',
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { disabled: true },
  plugins: [emailOTP({ sendVerificationOTP: async ({ otp }) => void (code = otp) })],
}
await (await getMigrations(options)).runMigrations()
const auth = betterAuth(options)
const post = (path, body) =>
  auth.handler(
    new Request(`${origin}/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(body),
    }),
  )
const email = `ada${process.pid}@bench.example`
await post('/email-otp/send-verification-otp', { email, type: 'sign-in' })
const signedIn = await post('/sign-in/email-otp', { email, otp: code })
const headers = new Headers({
  cookie: signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; '),
})
const letIn = async () => {
  if ((await auth.api.getSession({ headers }))?.user.email !== email) throw new Error('A good session was refused.')
}
for (let nth = 0; nth < 1000; nth++) await letIn()
const begun = performance.now()
let count = 0
for (; performance.now() - begun < 2000; count += 10) for (let nth = 0; nth < 10; nth++) await letIn()
const repeat = (count / (performance.now() - begun)) * 1000
process.send({ first: repeat, repeat })
process.disconnect()
