import type { Admin } from '@latchkey/server/operator'
import type { Terminal } from './terminal.ts'

/** The application that `--app` names, or else the first one; says which when there are more. */
export async function chooseApplication(
  terminal: Pick<Terminal, 'complain'>,
  admin: Admin,
  app: string | undefined,
): ReturnType<Admin['findApplication']> {
  const found = await admin.findApplication(app ?? null)
  if (app === undefined && (await admin.listApplications()).length > 1)
    terminal.complain(`There are several applications; this is "${found.name}". Choose another with --app.`)
  return found
}
