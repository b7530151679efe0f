import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { accountJourneys } from '../own/account-journeys.ts'
import { codeJourneys } from '../own/code-journeys.ts'
import { copyDemo } from '../own/demo-copy.ts'
import { firstPaintJourneys } from '../own/first-paint-journeys.ts'
import { forgeryJourneys } from '../own/forgery-journeys.ts'
import { linkJourneys } from '../own/link-journeys.ts'
import { ownSuite } from '../own/own-suite.ts'
import { signUpJourneys } from '../own/sign-up-journeys.ts'
import { installPackages, installTarballs } from '../support/install.ts'
import { packed } from '../support/packed.ts'
import { homeOf } from '../support/paths.ts'

ownSuite({
  name: 'next-15',
  ports: { server: 4641, proxy: 4640, app: 3640 },
  async app() {
    const folder = homeOf('next-15')
    const { tarballs, folder: packages } = await packed()
    copyDemo(folder, join(import.meta.dirname, '../next-16/extra'))
    renameSync(join(folder, 'src/proxy.ts'), join(folder, 'src/middleware.ts'))
    rmSync(join(folder, 'next.config.ts'))
    // The Edge runtime has no file system to find the icon in.
    const middleware = readFileSync(join(folder, 'src/middleware.ts'), 'utf8')
    const opened = middleware.replace('publicRoutes: [', "publicRoutes: ['/icon(.*)', ")
    if (opened === middleware) throw new Error('The demo names its public routes in another way than it did.')
    writeFileSync(join(folder, 'src/middleware.ts'), opened)
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(import.meta.dirname, 'app', file), join(folder, file))
    await installPackages(folder)
    await installTarballs(folder, tarballs)
    return { folder, installed: true, builtFrom: [packages] }
  },
})

signUpJourneys()
codeJourneys()
linkJourneys()
accountJourneys()
firstPaintJourneys()
forgeryJourneys()
