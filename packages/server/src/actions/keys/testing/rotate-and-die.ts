import { openAdmin } from '../../../admin.ts'

// Rotates the secrets key of a database and kills its own process, without a word to anybody, when some of the rows are done.
const [databaseUrl, secretsKey, oldSecretsKey, publicUrl] = process.argv.slice(2) as [string, string, string, string]
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
const admin = await openAdmin({ databaseUrl, secretsKey: bytes(secretsKey), oldSecretsKey: bytes(oldSecretsKey), publicUrl })
await admin.rotateSecretsKey(({ done }) => {
  if (done >= 400) process.kill(process.pid, 'SIGKILL')
})
