import type { ApplicationDescription, Server } from '@latchkey/server'

/** The first application of a server, made when there is none. */
export async function firstApplication(admin: Server['admin']): Promise<ApplicationDescription> {
  if ((await admin.listApplications()).length === 0) await admin.createApplication({ name: 'My app' })
  return admin.findApplication(null)
}
