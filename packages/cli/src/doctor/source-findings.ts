import { findProxy, proxyPath } from '../app/changes/proxy-step.ts'
import { hasProvider } from '../app/changes/provider-steps.ts'
import { installedVersion, type Project } from '../app/read-project.ts'
import { runCommand } from '../app/run-command.ts'
import { sourceFiles } from '../app/source-files.ts'
import { bad, type Finding, good } from './finding.ts'

/** What stands in the app's folder. @param init the command that sets it up */
export async function sourceFindings(
  project: Project,
  environment: { readonly [name: string]: string | undefined },
  init: string,
): Promise<readonly Finding[]> {
  const run = `Run ${init}, which does it.`
  const files = sourceFiles(project)
  const proxy = findProxy(project, files)
  const sdk = installedVersion(project.folder, '@latchkey/nextjs')
  const wrongPlace = files.find(({ path, text }) => text.includes('authMiddleware') && /(?:^|\/)(?:proxy|middleware)\.\w+$/.test(path))
  return [
    nextFinding(project.nextVersion),
    sdk === null ? bad('package', '@latchkey/nextjs is not installed.', run) : good('package', `@latchkey/nextjs ${sdk} is installed.`),
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
          : bad('proxy', `There is no ${proxyPath(project)}, so that nothing is protected and nobody can sign in.`, run),
    files.some(({ text }) => hasProvider(text))
      ? good('provider', '<LatchkeyProvider> is around the pages.')
      : bad('provider', 'No file draws <LatchkeyProvider>.', run),
    await ignoredFinding(project.folder, environment),
  ]
}

/** The first version of each major one that shows no private page past the middleware, and runs no code that a visitor sent. */
const SAFE: readonly (readonly [major: number, minor: number, patch: number])[] = [
  [15, 5, 18],
  [16, 2, 6],
]

/** Exported for its table of versions. */
export function nextFinding(version: string): Finding {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.-]/).map(Number)
  const safe = SAFE.find((line) => line[0] === major)
  if (safe === undefined || minor > safe[1] || (minor === safe[1] && patch >= safe[2]))
    return good('next', `Next.js ${version} has no security hole that is known to Latchkey.`)
  return bad(
    'next',
    `Next.js ${version} has known security holes: visitors can see private pages past the middleware (CVE-2026-44575, ` +
      'CVE-2026-45109) and, before 15.5.7 and 16.0.7, run code of their own on the server (CVE-2025-55182).',
    `Update it: npm install next@${safe.join('.')}, or newer.`,
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
