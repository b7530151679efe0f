import type { ErrorsJSON } from '@latchkey/protocol'
import type { Instance } from '../../domain/instance.ts'
import type { Reply } from './reply.ts'

/**
 * Puts the command that allows an origin into a refusal because of one: the error table holds no placeholders, and this
 * is the one refusal that every developer meets.
 */
export function explainOrigin(reply: Reply, instance: Instance | null): Reply {
  const body = reply.body as ErrorsJSON
  const [entry] = body.errors
  if (instance === null || entry?.code !== 'origin_invalid') return reply
  const origin = typeof entry.meta?.origin === 'string' ? URL.parse(entry.meta.origin)?.origin : undefined
  const named = origin === undefined || origin === 'null' ? '<origin>' : origin
  const command = `latchkey apps allow-origin ${named} --app ${shellWord(instance.applicationName)}`
  return {
    ...reply,
    body: {
      ...body,
      errors: [{ ...entry, long_message: `${entry.long_message} Add it: "npx ${command}" in the folder of the Latchkey server.` }],
    },
  }
}

function shellWord(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`
}
