import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { runLatchkey } from '../testing/run-latchkey.ts'
import { findServer, rememberUrl, withKnownUrl } from './find-server.ts'
import { noteFolder, noteServer } from './running-servers.ts'

describe('find server', () => {
  let scratch: string
  let environment: { readonly [name: string]: string | undefined }

  const folder = (...names: readonly string[]) => {
    const path = join(scratch, ...names)
    mkdirSync(path, { recursive: true })
    return path
  }

  beforeEach(() => {
    scratch = mkdtempSync(join(inject('scratch'), 'find-'))
    environment = { XDG_STATE_HOME: join(scratch, 'state') }
  })

  const running = (dataDir: string, more: object = {}) =>
    noteServer(environment, {
      pid: process.pid,
      dataDir,
      publicUrl: 'http://localhost:4110',
      databasePath: join(dataDir, 'latchkey.db'),
      ...more,
    })

  test('a data folder that is named comes first, seen from where the command is called', () => {
    running(folder('other'))
    folder('repo/.latchkey')
    rememberUrl(folder('named'), 'http://localhost:4222')
    expect(
      findServer({ environment: { ...environment, LATCHKEY_DATA_DIR: '../named' }, cwd: folder('repo'), checkout: null }),
    ).toMatchObject({
      LATCHKEY_DATA_DIR: join(scratch, 'named'),
      LATCHKEY_PUBLIC_URL: 'http://localhost:4222',
    })
  })

  test('then the nearest .latchkey, in a folder above as well', () => {
    running(folder('other'))
    const near = folder('repo/.latchkey')
    expect(findServer({ environment, cwd: folder('repo/packages/deep'), checkout: null }).LATCHKEY_DATA_DIR).toBe(near)
  })

  test('then the server that runs on this machine, wherever its data is', () => {
    const dataDir = folder('somewhere/data')
    running(dataDir)
    expect(findServer({ environment, cwd: folder('app'), checkout: null })).toMatchObject({
      LATCHKEY_DATA_DIR: dataDir,
      LATCHKEY_DATABASE_URL: join(dataDir, 'latchkey.db'),
      LATCHKEY_PUBLIC_URL: 'http://localhost:4110',
    })
  })

  test('a server that has ended, or whose note is unreadable, is not found again', () => {
    running(folder('ended'))()
    noteServer(environment, { pid: 2 ** 30, dataDir: folder('killed'), publicUrl: 'http://localhost:4110', databasePath: null })
    writeFileSync(join(noteFolder(environment), '1.json'), '{')
    const seek = () => findServer({ environment, cwd: folder('app'), checkout: null })
    expect(seek).toThrow(
      /^No Latchkey server was found: LATCHKEY_DATA_DIR is not set, there is no \.latchkey in \S+app or a folder above it, /,
    )
    expect(seek).toThrow(/Start one with npm start/)
    expect(readdirSync(noteFolder(environment))).toEqual([])
  })

  test('of several servers none is taken for the one that is meant', () => {
    for (const [name, pid] of [
      ['one', process.pid],
      ['two', process.ppid],
    ] as const)
      noteServer(environment, { pid, dataDir: folder(name), publicUrl: `http://${name}.test`, databasePath: null })
    expect(() => findServer({ environment, cwd: folder('app'), checkout: null })).toThrow(
      `\n  LATCHKEY_DATA_DIR=${join(scratch, 'one')}  for http://one.test`,
    )
  })

  test('of several servers, and of data that no server has open, that of the folder is meant which the command is run from', () => {
    const checkout = folder('latchkey')
    const own = join(checkout, '.latchkey')
    const find = () => findServer({ environment, cwd: folder('app'), checkout }).LATCHKEY_DATA_DIR
    expect(find).toThrow(/^No Latchkey server was found/)
    folder('latchkey/.latchkey')
    expect(find()).toBe(own)
    const end = noteServer(environment, { pid: process.ppid, dataDir: folder('one'), publicUrl: 'http://one.test', databasePath: null })
    running(own)
    expect(find()).toBe(own)
    end()
  })

  test('the password of a PostgreSQL server is noted nowhere, so it is asked for', () => {
    running(folder('data'), { databasePath: null })
    expect(() => findServer({ environment, cwd: folder('app'), checkout: null })).toThrow(
      /^The server at http:\/\/localhost:4110 keeps its data in PostgreSQL\. Set LATCHKEY_DATABASE_URL/,
    )
  })

  test('nothing is made where no server was found', async () => {
    const cwd = folder('app')
    const { code, complained } = await runLatchkey(['apps', 'create', 'Shop'], { environment, cwd })
    expect([code, complained]).toEqual([1, [expect.stringMatching(/^No Latchkey server was found/)]])
    expect(readdirSync(cwd)).toEqual([])
  })
})

describe('known url', () => {
  test('a command finds the address that the server of its data folder had, unless it is told another', () => {
    const LATCHKEY_DATA_DIR = mkdtempSync(join(inject('scratch'), 'known-url-'))
    expect(withKnownUrl({ LATCHKEY_DATA_DIR })).toEqual({ LATCHKEY_DATA_DIR })
    rememberUrl(LATCHKEY_DATA_DIR, 'http://localhost:4110')
    expect(withKnownUrl({ LATCHKEY_DATA_DIR })).toMatchObject({ LATCHKEY_PUBLIC_URL: 'http://localhost:4110' })
    expect(withKnownUrl({ LATCHKEY_DATA_DIR, LATCHKEY_PORT: '4200' })).not.toHaveProperty('LATCHKEY_PUBLIC_URL')
    expect(withKnownUrl({ LATCHKEY_DATA_DIR, LATCHKEY_PUBLIC_URL: 'https://x.test' })).toMatchObject({
      LATCHKEY_PUBLIC_URL: 'https://x.test',
    })
  })
})
