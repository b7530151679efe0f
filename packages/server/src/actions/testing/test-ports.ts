import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LANGUAGES } from '@latchkey/words'
import { writersIn } from '../../delivery/templates/writers.ts'
import { constantTimeEqual, hmacSha1, hmacSha256, sha256 } from '../../platform/hash.ts'
import { systemRandom } from '../../platform/random.ts'
import { createSeal } from '../../platform/seal.ts'
import { openStorage } from '../../storage/index.ts'
import { createStrategies } from '../../strategies/registry.ts'
import { createHandshakeTokenSigner } from '../../tokens/handshake-token.ts'
import { createJwtSigner } from '../../tokens/jwt-signer.ts'
import { createSessionTokenMinter } from '../../tokens/session-token.ts'
import { createKeyRing } from '../instance/key-ring.ts'
import { createKeyUsage } from '../keys/key-usage.ts'
import { createRefusals } from '../audit/refusals.ts'
import { createTrafficMemory } from '../instance/traffic-memory.ts'
import { createGuessGate } from '../verification/guess-gate.ts'
import type { Ports } from '../ports.ts'

/** Ports over a real database for tests, with a clock that a test moves. */
export async function testPorts(
  url = join(mkdtempSync(join(tmpdir(), 'latchkey-')), 'test.db'),
): Promise<Ports & { advance(ms: number): void }> {
  const storage = await openStorage({ url })
  await storage.migrate()
  let offset = 0
  const seal = createSeal(new Uint8Array(32).fill(7))
  const oneTime = {
    random: (length: number) => systemRandom.bytes(length),
    hmac: hmacSha256,
    sha256,
    equal: constantTimeEqual,
    pepper: seal.pepper('one-time'),
  }
  const sign = createJwtSigner()
  const silent = () => undefined
  const clock = { now: () => Date.now() + offset }
  const log = { debug: silent, info: silent, warn: silent, error: silent }
  return {
    storage,
    clock,
    advance: (ms) => void (offset += ms),
    random: systemRandom,
    seal,
    strategies: createStrategies(oneTime, { now: () => clock.now(), hmacSha1 }),
    oneTime,
    keys: createKeyRing({ storage, seal }),
    mint: createSessionTokenMinter({ sign, random: systemRandom }),
    signHandshake: createHandshakeTokenSigner({ sign }),
    writers: writersIn(LANGUAGES.en),
    handOver: silent,
    traffic: createTrafficMemory(),
    guesses: createGuessGate(),
    keyUsage: createKeyUsage({ storage, clock, random: systemRandom, log }),
    // Written when a test has it flushed, and never by itself.
    refusals: createRefusals({ storage, clock, random: systemRandom, log, later: () => () => undefined }),
    log,
    publicUrl: 'http://localhost:4000',
  }
}
