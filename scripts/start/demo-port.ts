import { createServer } from 'node:net'
import { UsageError } from '../../packages/cli/src/usage-error.ts'

/** The port for the demo, free at this moment. @throws UsageError in one sentence that says what to change */
export async function demoPort(environment: { readonly [name: string]: string | undefined }): Promise<number> {
  const text = environment['DEMO_PORT'] ?? '3000'
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65535) throw new UsageError(`DEMO_PORT is "${text}": give a number from 1 to 65535.`)
  const code = await tryPort(port)
  if (code === 'EADDRINUSE') throw new UsageError(`Port ${port} is taken: stop what uses it or set DEMO_PORT to another.`)
  if (code !== null) throw new UsageError(`Port ${port} cannot be used (${code}): set DEMO_PORT to another.`)
  return port
}

function tryPort(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    probe.listen(port, 'localhost', () => probe.close(() => resolve(null)))
  })
}
