import { spawn } from 'node:child_process'

/** How a program ended. */
export interface Ended {
  readonly code: number | null
  /** What it wrote, standard output and standard error as they came. */
  readonly output: string
}

type Environment = { readonly [name: string]: string | undefined }

/** The environment without what is ours: npm tells the programs below it where it works, which is not the app's folder. */
export function foreignEnvironment(environment: Environment): Environment {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^(npm_|LATCHKEY_|NEXT_PUBLIC_LATCHKEY_|NODE_ENV$|NODE_COMPILE_CACHE$|INIT_CWD$)/.test(name),
    ),
  )
}

/** Runs a program to its end in a folder. A program that is not there ends with `null`. */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, environment }: { readonly cwd: string; readonly environment: Environment },
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    child.once('error', (error) => resolve({ code: null, output: error.message }))
    child.once('close', (code) => resolve({ code, output }))
  })
}
