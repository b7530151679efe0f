import type { ApplicationDescription, Server } from '@latchkey/server'
import { envBlock } from '../env-file/env-block.ts'
import type { Serving } from './serve.ts'

/** What a development server says once it listens. @param command how `latchkey` is called from any folder */
export async function greeting({ config, admin }: Serving, command: string): Promise<string> {
  const app = await firstApplication(admin)
  return `
Latchkey is running.

  server  ${config.publicUrl}
  inbox   ${config.publicUrl}/inbox

${app.name}, for the .env.local of a Next.js app:

${envBlock('latchkey', { ...app, applicationName: app.name })}

With Clerk's SDK in the app, other lines: ${command} env --sdk clerk
`
}

/** The first application of a server, made when there is none. */
export async function firstApplication(admin: Server['admin']): Promise<ApplicationDescription> {
  if ((await admin.listApplications()).length === 0) await admin.createApplication({ name: 'My app' })
  return admin.findApplication(null)
}
