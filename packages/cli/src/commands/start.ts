import { type AddCommand, examples } from '../command-line.ts'

/** Runs the server for production. */
export const start: AddCommand = (parent, terminal) => {
  parent
    .command('start')
    .summary('run the server for production')
    .description(
      'Runs the server for production: JSON log, no inbox, email by LATCHKEY_SMTP_URL, secrets sealed with LATCHKEY_SECRETS_KEY.',
    )
    .addHelpText(
      'after',
      examples('LATCHKEY_PUBLIC_URL=https://clerk.example.com LATCHKEY_SECRETS_KEY=… LATCHKEY_SMTP_URL=smtp://… latchkey start'),
    )
    .action(async () => {
      const { serve } = await import('../serve/serve.ts')
      await serve('start', terminal, null)
    })
}
