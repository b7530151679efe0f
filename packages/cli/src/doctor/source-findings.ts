import { findProxy, proxyPath } from '../app/find-proxy.ts'
import { hasProvider } from '../app/changes/provider-steps.ts'
import { installedVersion, type Project } from '../app/read-project.ts'
import { runCommand } from '../app/run-command.ts'
import { sourceFiles } from '../app/source-files.ts'
import { bad, type Finding, good } from './finding.ts'

const INIT = 'Run latchkey init, which does it.'

/** What stands in the app's folder. */
export async function sourceFindings(
  project: Project,
  environment: { readonly [name: string]: string | undefined },
): Promise<readonly Finding[]> {
  const files = sourceFiles(project)
  const proxy = findProxy(project, files)
  const sdk = installedVersion(project.folder, '@latchkey/nextjs')
  const wrongPlace = files.find(({ path, text }) => text.includes('authMiddleware') && /(?:^|\/)(?:proxy|middleware)\.\w+$/.test(path))
  return [
    nextFinding(project.nextVersion),
    sdk === null ? bad('package', '@latchkey/nextjs is not installed.', INIT) : good('package', `@latchkey/nextjs ${sdk} is installed.`),
    proxy !== null && proxy.text.includes('authMiddleware')
      ? good('proxy', `${proxy.path} has Latchkey's middleware.`)
      : proxy !== null
        ? bad(
            'proxy',
            `${proxy.path} does not use authMiddleware, so that nothing is protected.`,
            "Let it go first in Latchkey's, as beforeAuth: authMiddleware({ beforeAuth: yourFunction }).",
          )
        : wrongPlace !== undefined
          ? bad(
              'proxy',
              `${wrongPlace.path} is not where Next.js ${project.nextMajor} looks, so that nothing is protected.`,
              `Move it to ${proxyPath(project)}.`,
            )
          : bad('proxy', `There is no ${proxyPath(project)}, so that nothing is protected and nobody can sign in.`, INIT),
    files.some(({ text }) => hasProvider(text))
      ? good('provider', '<LatchkeyProvider> is around the pages.')
      : bad('provider', 'No file draws <LatchkeyProvider>.', INIT),
    await ignoredFinding(project.folder, environment),
  ]
}

/** The first version of each line that does not run code of strangers (CVE-2025-55182). */
const MENDED: Readonly<Record<string, number>> = { '15.2': 6, '15.3': 6, '15.4': 8, '15.5': 7, '16.0': 7 }

/** Exported for its table of versions. */
export function nextFinding(version: string): Finding {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.-]/).map(Number)
  const mended = MENDED[`${major}.${minor}`]
  const line = mended === undefined ? (major === 15 && minor < 2 ? '15.5.7' : null) : patch < mended ? `${major}.${minor}.${mended}` : null
  if (line === null) return good('next', `Next.js ${version} has no known hole that lets strangers run code.`)
  return bad(
    'next',
    `Next.js ${version} has a known hole that lets strangers run code (CVE-2025-55182), or is too old for Latchkey.`,
    `Update it to ${line} or newer.`,
  )
}

/** Keys that are committed are everybody's. Outside of a repository nothing is committed. */
async function ignoredFinding(folder: string, environment: { readonly [name: string]: string | undefined }): Promise<Finding> {
  const git = (...args: readonly string[]) => runCommand('git', args, { cwd: folder, environment })
  const { code } = await git('rev-parse', '--is-inside-work-tree')
  if (code !== 0) return good('secrets', '.env.local is in no git repository.')
  if ((await git('ls-files', '--error-unmatch', '.env.local')).code === 0)
    return bad(
      'secrets',
      '.env.local is committed, with the secret key in it.',
      'Take it out (git rm --cached .env.local), revoke the key and make another.',
    )
  if ((await git('check-ignore', '-q', '.env.local')).code !== 0)
    return bad('secrets', 'git does not ignore .env.local, so that the secret key will be committed.', 'Add .env*.local to .gitignore.')
  return good('secrets', 'git ignores .env.local.')
}
