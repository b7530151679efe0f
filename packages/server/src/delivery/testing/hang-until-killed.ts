import { createServer } from '../../server.ts'

/** A server whose mail server never answers: it signs somebody up and prints when the mail is on its way, until it is killed. */
const [databaseUrl = '', secretsKey = ''] = process.argv.slice(2)
const silent = () => {}
const server = await createServer({
  mode: 'dev',
  publicUrl: 'http://localhost:4000',
  databaseUrl,
  secretsKey: Buffer.from(secretsKey, 'hex'),
  transport: {
    send: () => {
      process.stdout.write('sending\n')
      return new Promise(silent)
    },
    close: async () => {},
  },
  log: { debug: silent, info: silent, warn: silent, error: silent },
})
await server.migrate()
const app = await server.admin.createApplication({ name: 'Acme' })
const body = new URLSearchParams({ email_address: 'ada@example.com', strategy: 'email_code' })
await server.fetch(
  new Request(`${app.frontendApiUrl}/v1/client/sign_ups`, { method: 'POST', body, headers: { origin: 'http://localhost:3000' } }),
)
setInterval(silent, 60_000)
