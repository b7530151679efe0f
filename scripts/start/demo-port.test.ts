import { createServer, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { demoPort } from './demo-port.ts'

test.each(['', '0', '65536', 'abc', '30 00', '-1', '3000.5'])('DEMO_PORT %j is refused', async (text) => {
  await expect(demoPort({ DEMO_PORT: text })).rejects.toThrow(/give a number from 1 to 65535/)
})

test('a taken port is told by its number, and a free one is given', async () => {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, 'localhost', resolve))
  const { port } = holder.address() as AddressInfo
  await expect(demoPort({ DEMO_PORT: String(port) })).rejects.toThrow(`Port ${port} is taken`)
  await new Promise((resolve) => holder.close(resolve))
  expect(await demoPort({ DEMO_PORT: String(port) })).toBe(port)
})
