import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from '../run-tests/root.ts'
import { digestFiles } from '../digest/digest-files.ts'
import { buildPages } from '../pages/build-pages.ts'
import { compile } from './compile.ts'
import { type Manifest, publishedManifest } from './published-manifest.ts'

/** What an app installs. */
const SDK = ['protocol', 'backend', 'js', 'react', 'themes', 'ui', 'nextjs']
const SERVER = ['server', 'cli']
const NAMES = [...SDK, ...SERVER]
const dist = join(root, 'dist')

/** Compiles all packages and packs each into `dist/`, the server's into a folder of their own. */
async function pack(): Promise<void> {
  const built = join(dist, 'built')
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(built, { recursive: true })
  console.log('Building the hosted pages …')
  await buildPages(root)
  console.log('Compiling the packages …')
  await compile(root, NAMES, built)
  for (const name of NAMES) {
    const from = join(root, 'packages', name)
    const folder = join(dist, 'packages', name)
    mkdirSync(folder, { recursive: true })
    renameSync(join(built, name, 'src'), join(folder, 'dist'))
    copyAssets(join(from, 'src'), join(folder, 'dist'))
    const manifest = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as Manifest
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`)
    copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
    if (existsSync(join(from, 'pages'))) cpSync(join(from, 'pages'), join(folder, 'pages'), { recursive: true })
    if (existsSync(join(from, 'README.md'))) copyFileSync(join(from, 'README.md'), join(folder, 'README.md'))
    const tarball = packed(folder, SDK.includes(name) ? dist : join(dist, 'server'))
    console.log(relative(root, tarball))
  }
}

/** What the compiler leaves where it is: styles, and files that are read at run time. */
function copyAssets(from: string, to: string): void {
  for (const path of globSync('**/*.{css,json,html,svg}', { cwd: from })) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    cpSync(join(from, path), join(to, path))
  }
}

function packed(folder: string, to: string): string {
  mkdirSync(to, { recursive: true })
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--silent', '--pack-destination', to], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm pack failed in ${folder}: ${stderr}`)
  return join(to, stdout.trim().split('\n').at(-1)!)
}

/** What the packages were made of, so that whoever needs them need not make them again. */
const stamp = join(dist, '.packed-from')
const digest = () => digestFiles(root, ['packages/*/{package.json,README.md,src/**/*.*}', 'apps/pages/**/*.{ts,tsx,css,json}', 'tools/pack/*.ts', 'package-lock.json'])

if (process.argv.includes('--if-changed') && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest()) process.exit()
const from = digest()
await pack()
rmSync(join(dist, 'built'), { recursive: true, force: true })
writeFileSync(stamp, from)
console.log(`\nIn your app: npm install ${join(root, 'dist')}/*.tgz`)
