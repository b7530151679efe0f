import type { Command } from '../command.ts'
import { withAdmin } from '../with-admin.ts'

/** Brings the database up to date. */
export const migrate: Command = {
  name: 'migrate',
  summary: 'bring the database up to date',
  help: `latchkey migrate

  Brings the database's tables up to date and exits. Forward only; safe to run twice and from several machines at once.
  latchkey dev and latchkey start do it by themselves.`,
  async run(_args, terminal) {
    await withAdmin(terminal, async () => terminal.print('The database is up to date.'))
  },
}
