import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Builder, Capabilities, Key, type WebElement } from 'selenium-webdriver'
import type { WebKitPrograms } from '../../../tools/engines/find-engines.ts'
import { cache } from '../paths.ts'
import { answers, freePort, plainEnv, start } from '../process.ts'
import type { Driver, Role } from './driver.ts'
import { isTakenOver } from './is-taken-over.ts'

/** Where to look for something of a role, before WebKit is asked for its role and name. */
const CANDIDATES: Readonly<Record<Role, string>> = {
  button: 'button, [role="button"]',
  link: 'a[href]',
  menuitem: '[role="menuitem"]',
  textbox: 'input, textarea',
}

/** WebKitGTK's own browser on a screen that nobody sees, by WebDriver. */
export async function openWebKit(programs: WebKitPrograms): Promise<Driver> {
  const screen = await openScreen(programs.screen)
  const port = await freePort(0)
  const service = start({
    name: 'WebKitWebDriver',
    command: programs.driver,
    args: [`--port=${port}`],
    cwd: cache,
    // Its sandbox wants namespaces that root in a container has not.
    env: plainEnv({ DISPLAY: screen.display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    log: join(cache, 'webkit.log'),
  })
  const url = `http://127.0.0.1:${port}`
  await answers(`${url}/status`, service)
  const browserOptions = { binary: programs.browser, args: ['--automation'] }
  const capabilities = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': browserOptions })
  const driver = await new Builder().usingServer(url).withCapabilities(capabilities).build()
  const first = await driver.getWindowHandle()
  const is = await driver.getCapabilities()

  const closeOthers = async (): Promise<void> => {
    for (const handle of await driver.getAllWindowHandles()) {
      if (handle === first) continue
      await driver.switchTo().window(handle)
      await driver.close()
    }
    await driver.switchTo().window(first)
  }
  const find = async (role: Role, name: string): Promise<WebElement | null> => {
    for (const element of await driver.findElements({ css: CANDIDATES[role] })) {
      const [itsRole, itsName, shown] = [await element.getAriaRole(), await element.getAccessibleName(), await element.isDisplayed()]
      if (itsRole === role && itsName === name && shown) return element
    }
    return null
  }
  return {
    version: `WebKit (${is.getBrowserName()} ${is.getBrowserVersion()})`,
    async forget() {
      await closeOthers()
      // What is deleted is what the page at hand could use: all of them are on one host.
      await driver.manage().deleteAllCookies()
      await driver.executeScript('try { localStorage.clear(); sessionStorage.clear() } catch {}')
      await driver.get('about:blank')
    },
    open: (to) => driver.get(to),
    async openTab(to) {
      await driver.switchTo().newWindow('tab')
      await driver.get(to)
    },
    firstTab: () => driver.switchTo().window(first),
    back: () => driver.navigate().back(),
    reload: () => driver.navigate().refresh(),
    async find(role, name) {
      const found = await find(role, name)
      if (found === null) return null
      return {
        listens: () => driver.executeScript(`return (${isTakenOver})(arguments[0])`, found),
        click: () => found.click(),
        async type(text) {
          await found.sendKeys(Key.chord(Key.CONTROL, 'a'))
          await found.sendKeys(text)
        },
      }
    },
    evaluate: (expression) => driver.executeScript(`return (${expression})`),
    screenshot: async (path) => writeFile(path, await driver.takeScreenshot(), 'base64'),
    async close() {
      await driver.quit()
      await service.stop()
      screen.close()
    },
  }
}

/** A screen in memory, on the first number that is free. */
async function openScreen(program: string): Promise<{ readonly display: string; close(): void }> {
  const child: ChildProcess = spawn(program, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  process.on('exit', () => child.kill('SIGKILL'))
  const said = once(child.stdio[3] as Readable, 'data').then(([number]) => String(number).trim())
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} ended with ${code} before there was a screen.`)
  })
  return { display: `:${await Promise.race([said, ended])}`, close: () => child.kill() }
}
