import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, globSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../run-tests/root.ts'
import { digestFiles } from '../digest/digest-files.ts'
import { buildPages } from '../pages/build-pages.ts'
import { compile } from './compile.ts'
import type { Manifest } from './published-manifest.ts'
import { importInside, needs, selfContainedManifest, vendorFolder } from './self-contained.ts'

/** What an app installs. */
const SDK = ['backend', 'themes', 'nextjs']
const SERVER = ['server', 'cli']
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') }, 'if-changed': { type: 'boolean' } } })
const dist = resolve(values.out)
const manifests = new Map(
  readdirSync(join(root, 'packages')).map((name) => [
    name,
    JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as Manifest,
  ]),
)

/** Compiles all packages and packs those that somebody installs into `dist/`, the server's into a folder of their own. */
async function pack(): Promise<void> {
  const built = join(dist, 'built')
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(built, { recursive: true })
  console.log('Building the hosted pages …')
  await buildPages(root)
  console.log('Compiling the packages …')
  await compile(root, [...manifests.keys()], built)
  for (const name of [...SDK, ...SERVER]) {
    const folder = join(dist, 'packages', name)
    mkdirSync(folder, { recursive: true })
    const inside = needs(name, manifests)
    lay(built, name, folder, inside)
    for (const other of inside) lay(built, other, join(folder, vendorFolder(other)), inside)
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(selfContainedManifest(name, manifests), null, 2)}\n`)
    copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
    const readme = join(root, 'packages', name, 'README.md')
    if (existsSync(readme)) copyFileSync(readme, join(folder, 'README.md'))
    const tarball = packed(folder, SDK.includes(name) ? dist : join(dist, 'server'))
    console.log(relative(process.cwd(), tarball))
  }
}

/** Lays what a package was compiled to into a folder, with the files that it reads at run time. */
function lay(built: string, name: string, folder: string, inside: readonly string[]): void {
  const from = join(root, 'packages', name)
  const compiled = join(folder, 'dist')
  cpSync(join(built, name, 'src'), compiled, { recursive: true })
  copyAssets(join(from, 'src'), compiled)
  for (const path of globSync('**/*.{js,d.ts}', { cwd: compiled })) {
    const file = join(compiled, path)
    writeFileSync(file, importInside(readFileSync(file, 'utf8'), inside))
  }
  if (existsSync(join(from, 'pages'))) cpSync(join(from, 'pages'), join(folder, 'pages'), { recursive: true })
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
const digest = () =>
  digestFiles(root, [
    'packages/*/{package.json,README.md,src/**/*.*}',
    'apps/pages/**/*.{ts,tsx,css,json}',
    'tools/pack/*.ts',
    'package-lock.json',
  ])

if (values['if-changed'] && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest()) process.exit()
const from = digest()
await pack()
rmSync(join(dist, 'built'), { recursive: true, force: true })
writeFileSync(stamp, from)
console.log(`\nIn your app, with npm, pnpm, yarn or bun: npm install ${dist}/*.tgz`)
