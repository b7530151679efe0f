import { command } from './command.ts'
import { type Phase, verdict } from './phase.ts'

/** Everything as it is compiled here, then what apps get as they compile it. */
const PROJECTS = ['.', 'tools/types/next-app.json', 'tools/types/browser-app.json']

/**
 * TypeScript over everything, and once more over the packages with the libraries that apps have: a declaration that is fine here can
 * meet another one there.
 */
export const typesPhase: Phase = {
  name: 'types',
  about: 'TypeScript over everything, and over the packages as apps compile them',
  run: async () => {
    for (const project of PROJECTS) {
      const code = await command(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project], { limit: 30 })
      if (code !== 0) return verdict(false)
    }
    return verdict(true)
  },
}
