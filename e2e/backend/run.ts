import { installPackages } from '../support/install.ts'
import { type Latchkey, startLatchkey } from '../support/server.ts'

await installPackages(import.meta.dirname)
const server = await startLatchkey({ suite: 'backend', port: 4680 })
// Loaded once the packages are there. A literal path would be type-checked with the repository, which must not need them.
const suite = new URL('suite.ts', import.meta.url).href
const { runBackendSuite } = (await import(suite)) as { runBackendSuite(server: Latchkey): Promise<number> }
const failed = await runBackendSuite(server)
await server.stop()
process.exitCode = failed > 0 ? 1 : 0
