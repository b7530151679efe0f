import { type AddCommand, BadCommandLine, examples } from '../command-line.ts'

/** Prints the OpenAPI document of an API. */
export const openapi: AddCommand = (parent, terminal) => {
  parent
    .command('openapi')
    .summary('print the OpenAPI document of an API')
    .description(
      'Prints the document of OpenAPI 3.1 that describes an API of this server: its endpoints, parameters, bodies, answers and refusals.',
    )
    .option('--api <name>', 'frontend, which browsers call; backend, which servers call; settings, which operators call', 'backend')
    .addHelpText('after', examples('latchkey openapi > backend.json', 'latchkey openapi --api frontend', 'latchkey openapi --api settings'))
    .action(async ({ api }) => {
      const { API_NAMES, openApi } = await import('@latchkey/server/openapi')
      const name = API_NAMES.find((known) => known === api)
      if (name === undefined)
        throw new BadCommandLine(`There is no API "${api}". Write ${API_NAMES.join(', ').replace(/, (\w+)$/, ' or $1')}.`)
      terminal.print(JSON.stringify(openApi(name), null, 2))
    })
}
