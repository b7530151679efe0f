import { type AddCommand, examples } from '../command-line.ts'

/** Adds Latchkey to a Next.js app. */
export const init: AddCommand = (parent, terminal) => {
  parent
    .command('init')
    .summary('add Latchkey to a Next.js app')
    .description(`Adds Latchkey to the Next.js app in a folder: the package, the proxy, the provider around the body, and the keys in .env.local.
Shows every change and asks before it makes any. Then starts the app and signs somebody up with a test address to prove that it works.`)
    .argument('[folder]', "the app's folder; this one without it")
    .option('--app <name>', 'the application whose keys it gets, by name or id; the first one without it')
    .option('--header', 'also put a header with the buttons to sign in and out into the layout')
    .option('-y, --yes', 'do not ask')
    .option('--no-install', 'do not install the package')
    .option('--no-proof', 'do not start the app and sign somebody up')
    .addHelpText('after', examples('latchkey init', 'latchkey init ../shop --app "My shop" --header', 'latchkey init --yes'))
    .action(async (folder, { app, header, yes, install, proof }) => {
      const { initApp } = await import('../init/init-app.ts')
      await initApp({ folder, app, header: header === true, yes: yes === true, install, proof }, terminal)
    })
}
