import { once } from 'node:events'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { noteServer } from '../find-server/running-servers.ts'
import { runLatchkey } from '../testing/run-latchkey.ts'

test('a port that is taken is told, and by whom where that is known', async () => {
  const scratch = mkdtempSync(join(inject('scratch'), 'serve-'))
  const taker = createServer().listen(0, 'localhost')
  await once(taker, 'listening')
  const { port } = taker.address() as AddressInfo
  const environment = { LATCHKEY_PORT: String(port), LATCHKEY_DATA_DIR: join(scratch, 'data'), XDG_STATE_HOME: join(scratch, 'state') }
  const dev = () => runLatchkey(['dev'], { environment, cwd: scratch })
  try {
    expect(await dev()).toMatchObject({
      code: 1,
      complained: [`Port ${port} is taken: stop what uses it or set LATCHKEY_PORT to another.`],
    })
    const dataDir = join(scratch, 'other')
    mkdirSync(dataDir)
    noteServer(environment, { pid: process.pid, dataDir, publicUrl: `http://localhost:${port}`, databasePath: null })
    expect((await dev()).complained).toEqual([
      `Port ${port} is taken by the Latchkey server that has its data in ${dataDir}: stop it or set LATCHKEY_PORT to another.`,
    ])
  } finally {
    taker.close()
  }
})
