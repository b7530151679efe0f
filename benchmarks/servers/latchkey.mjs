// Latchkey as `latchkey dev` runs it, from its build, but that mail is handed to this process, as the peer's callback is.
const [, , built, file, port] = process.argv
const { createLog, createServer, listen, releaseMemoryWhenQuiet } = await import(built)
releaseMemoryWhenQuiet()
const waiting = []
const server = await createServer({
  mode: 'dev',
  publicUrl: `http://localhost:${port}`,
  databaseUrl: file,
  secretsKey: new Uint8Array(32).fill(9),
  log: createLog({ format: 'json', level: 'error' }),
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
const app = await server.admin.createApplication({ name: 'Benchmark' })
const listening = await listen(server, { port: Number(port), host: 'localhost' })
if (!listening.ok) throw new Error(`cannot listen on ${port}: ${listening.code}`)
process.send({ ready: true, base: new URL(app.frontendApiUrl).pathname })
process.on('disconnect', () => process.exit(0))
