// The peer, as its documentation sets it up for email codes on node:sqlite; rate limits and telemetry off.
import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { toNodeHandler } from 'better-auth/node'
import { emailOTP } from 'better-auth/plugins'

const [, , file, port, synchronous] = process.argv
const database = new DatabaseSync(file)
database.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=${synchronous}; PRAGMA busy_timeout=5000`)

const waiting = []
const options = {
  database,
  baseURL: `http://localhost:${port}`,
  secret: 'c2VjcmV0LW9mLXRoZS1iZW5jaG1hcmstb25seS0xMjM0NTY3ODkw',
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { disabled: true },
  plugins: [
    emailOTP({
      sendVerificationOTP: async ({ email, otp }) => {
        if (waiting.push([email, otp]) === 1) setImmediate(() => process.send({ codes: waiting.splice(0) }))
      },
    }),
  ],
}
await (await getMigrations(options)).runMigrations()
const handle = toNodeHandler(betterAuth(options))
createServer((request, response) => void handle(request, response)).listen(Number(port), 'localhost', () => process.send({ ready: true }))
process.on('disconnect', () => process.exit(0))
