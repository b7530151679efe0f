import { generateKeyPairSync, sign } from 'node:crypto'

// What the machine can sign at all: RSA-2048 on the thread pool, nothing else.
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const input = Buffer.alloc(600, 'x')
const until = performance.now() + Number(process.argv[2])
let signed = 0
const lane = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const next = (): void => {
      if (performance.now() >= until) return resolve()
      sign('RSA-SHA256', input, privateKey, (error) => {
        if (error) return reject(error)
        signed++
        next()
      })
    }
    next()
  })
const started = performance.now()
await Promise.all(Array.from({ length: 64 }, lane))
process.send!({ perSecond: (signed / (performance.now() - started)) * 1000 })
process.disconnect!()
