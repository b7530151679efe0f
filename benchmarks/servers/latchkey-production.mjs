// Latchkey as `latchkey start` runs it, with its limits, from its build; the mail is handed to this process.
const [, , built, database, port] = process.argv
const { createLog, createServer, listen } = await import(built)
const waiting = []
const publicUrl = `http://localhost:${port}`
const server = await createServer({
  mode: 'start',
  publicUrl,
  databaseUrl: database,
  secretsKey: new Uint8Array(32).fill(9),
  trustedProxies: ['127.0.0.1', '::1'],
  log: createLog({ format: 'json', level: 'silent' }),
  transport: {
    async send(message) {
      // A notice, of a new device for instance, is not what a flow waits for.
      if (message.code === null) return
      if (waiting.push([message.to, message.code]) === 1) setImmediate(() => process.send({ codes: waiting.splice(0) }))
    },
    async close() {},
  },
})
await server.migrate()
const app = await server.admin.createApplication({ name: 'Benchmark', type: 'production', host: 'clerk.bench.example' })
const listening = await listen(server, { port: Number(port), host: 'localhost' })
if (!listening.ok) throw new Error(`cannot listen on ${port}: ${listening.code}`)
process.send({ ready: true, base: `/i/${app.slug}` })
process.on('disconnect', () => process.exit(0))
