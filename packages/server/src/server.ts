import { LANGUAGES } from '@latchkey/words'
import { createRefusals } from './actions/audit/refusals.ts'
import { createHeartbeat } from './actions/keys/heartbeat.ts'
import { createKeyUsage } from './actions/keys/key-usage.ts'
import { tendKeys } from './actions/keys/tend-keys.ts'
import { keepInInbox } from './actions/inbox/inbox.ts'
import { createInstanceCache } from './actions/instance/find-instance.ts'
import { createKeyRing } from './actions/instance/key-ring.ts'
import { requireSecretsKey } from './actions/instance/require-secrets-key.ts'
import { createJanitor, type Janitor } from './actions/janitor/janitor.ts'
import { createTrafficMemory } from './actions/instance/traffic-memory.ts'
import { createGuessGate } from './actions/verification/guess-gate.ts'
import { openOutbox } from './actions/outbox/open-outbox.ts'
import { MESSAGE_LEASE_MS, openMessage, writeMessage } from './actions/outbox/queued-message.ts'
import type { Ports } from './actions/ports.ts'
import { type Admin, createAdmin } from './admin.ts'
import { byChannel, createInboxTransport } from './delivery/transports.ts'
import { parseMailbox } from './delivery/mailbox.ts'
import type { Transport } from './delivery/message.ts'
import { createOutboxWorker } from './delivery/outbox-worker.ts'
import { writersIn } from './delivery/templates/writers.ts'
import type { Arrival } from './http/listen/request-listener.ts'
import { readHostedAssets } from './http/assets/hosted-assets.ts'
import { createApp } from './http/registry.ts'
import { trustedProxies } from './http/request/client-address.ts'
import { createPatience, noPatience } from './http/request/patience.ts'
import { createVisitorWatch, noVisitorWatch } from './http/request/visitor-watch.ts'
import type { Retention } from './domain/limits.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { constantTimeEqual, hmacSha1, hmacSha256, sha256 } from './platform/hash.ts'
import type { Log } from './platform/log.ts'
import { type Random, systemRandom } from './platform/random.ts'
import { createSeal } from './platform/seal.ts'
import { openStorage } from './storage/index.ts'
import { createStrategies } from './strategies/registry.ts'
import { createHandshakeTokenSigner } from './tokens/handshake-token.ts'
import { createJwtSigner } from './tokens/jwt-signer.ts'
import { createSessionTokenMinter } from './tokens/session-token.ts'

/** How a server is set up. Nothing is read from the environment. */
export interface ServerConfig {
  /** `dev` shows the inbox to this machine. */
  readonly mode: 'dev' | 'start'
  /** Where browsers reach the server: scheme, host and port, without a trailing slash. */
  readonly publicUrl: string
  /** The path of a SQLite file, or `postgres://…`. */
  readonly databaseUrl: string
  /** 32 bytes that seal what is stored. */
  readonly secretsKey: Uint8Array
  /** The one before, while it is being changed. */
  readonly oldSecretsKey?: Uint8Array | null
  /** `smtp://…`; without it mail stays in the inbox. */
  readonly smtpUrl?: string | null
  readonly mailFrom?: string
  /** How messages leave, for an embedding application that sends them itself; instead of `smtpUrl` and the inbox. */
  readonly transport?: Transport
  /** Addresses or CIDR ranges whose `X-Forwarded-For` is believed. */
  readonly trustedProxies?: readonly string[]
  /** How long rows stay that nobody needs any more, where it is not the usual time. */
  readonly retention?: Partial<Retention>
  /** A folder whose `node_modules` holds Clerk's browser scripts. */
  readonly clerkScripts?: string | null
  /** Where other scripts are fetched from. */
  readonly scriptMirror?: string
  /** A build of the hosted pages, a folder with Vite's manifest in it; without it they are plain forms. */
  readonly assets?: { readonly directory: string } | null
  /** How `latchkey` is called from any folder of this machine, for the first page of a development server. */
  readonly command?: string
  readonly clock?: Clock
  readonly random?: Random
  readonly log: Log
}

/** A server that is not yet listening, or never will: it can be mounted in another one. */
export interface Server {
  /**
   * Answers one request.
   * @param arrival.ip address of the socket, for limits and for the person who is told who asked
   * @param arrival.write takes the answer without a Response around it, as `listen` has it done
   */
  fetch(request: Request, arrival?: Arrival): Promise<Response>
  /** Brings the database up to date; comes before the first request. @throws WrongSecretsKey */
  migrate(): Promise<void>
  /** Sends what waits in the outbox, now, and answers how many messages went out. */
  deliver(): Promise<number>
  /** Waits for what was begun, then lets go of everything. */
  close(): Promise<void>
  readonly admin: Omit<Admin, 'close'>
  readonly ports: Ports
}

const outboxIdleMs = 1000
const janitorMs = 60_000

/** Puts a server together. @throws Error in one sentence when the database cannot be opened or the configuration cannot be used */
export async function createServer(config: ServerConfig): Promise<Server> {
  const { log } = config
  const clock = config.clock ?? systemClock
  const random = config.random ?? systemRandom
  const proxies = trustedProxies(config.trustedProxies ?? [])
  const assets = config.assets ? readHostedAssets(config.assets.directory) : null
  const seal = createSeal(config.secretsKey, config.oldSecretsKey ? [config.oldSecretsKey] : [])
  const storage = await openStorage({ url: config.databaseUrl })
  const oneTime = {
    random: (length: number) => random.bytes(length),
    hmac: hmacSha256,
    sha256,
    equal: constantTimeEqual,
    // Asked every time, because another key may seal by then.
    get pepper() {
      return seal.pepper('one-time')
    },
    get otherPeppers() {
      return seal.otherPeppers('one-time')
    },
  }
  const sign = createJwtSigner()
  const language = LANGUAGES.en
  const ports: Ports = {
    storage,
    clock,
    random,
    seal,
    strategies: createStrategies(oneTime, { now: () => clock.now(), hmacSha1 }),
    oneTime,
    keys: createKeyRing({ storage, seal }),
    mint: createSessionTokenMinter({ sign, random }),
    signHandshake: createHandshakeTokenSigner({ sign }),
    writers: writersIn(language),
    handOver: (message) => {
      const { instanceId, id, expiresAt, createdAt, facts } = message
      worker.handOver({
        instanceId,
        id,
        expiresAt,
        startBefore: createdAt + MESSAGE_LEASE_MS / 2,
        open: () => writeMessage(ports, message, facts),
      })
    },
    traffic: createTrafficMemory(),
    guesses: createGuessGate(),
    keyUsage: createKeyUsage({ storage, clock, random, log }),
    refusals: createRefusals({ storage, clock, random, log }),
    log,
    publicUrl: config.publicUrl,
  }
  const transport = await createTransport(config, ports)
  const worker = createOutboxWorker({
    outbox: openOutbox(ports),
    open: (message) => openMessage(ports, message),
    transport,
    clock,
    log,
    idleMs: outboxIdleMs,
    renewMs: MESSAGE_LEASE_MS / 4,
    // A mail server is spared; a transport inside this process is not worth sparing.
    concurrency: config.smtpUrl && !config.transport ? 10 : 100,
  })
  const janitor = createJanitor(ports, config.retention)
  let janitorTimer: NodeJS.Timeout | undefined
  const heartbeat = createHeartbeat(ports)
  const app = createApp({
    ports,
    instances: createInstanceCache(ports),
    publicOrigin: new URL(config.publicUrl).origin,
    mode: config.mode,
    trustedProxies: proxies,
    patience: config.mode === 'start' ? createPatience(clock) : noPatience,
    visitors: config.mode === 'start' ? createVisitorWatch({ log, trusting: (config.trustedProxies ?? []).length > 0 }) : noVisitorWatch,
    clerkScripts: config.clerkScripts ?? null,
    scriptMirror: config.scriptMirror ?? 'https://cdn.jsdelivr.net/npm',
    command: config.command ?? 'npx latchkey',
    assets,
    language,
  })
  let closing: Promise<void> | null = null
  const close = async () => {
    clearInterval(janitorTimer)
    await janitor.stop()
    await heartbeat.stop()
    await worker.close()
    await ports.keyUsage.settled()
    await ports.refusals.close().catch((error: unknown) => log.warn({ error }, 'Refused requests could not be written to the audit trail.'))
    await transport.close()
    await storage.close()
  }
  return {
    fetch: async (request, arrival) => app.fetch(request, { peer: arrival?.ip ?? null, write: arrival?.write }),
    migrate: async () => {
      await storage.migrate()
      await requireSecretsKey(ports)
      heartbeat.start()
      worker.start()
      janitorTimer ??= startJanitor(ports, janitor)
    },
    deliver: () => worker.drain(),
    close: () => (closing ??= close()),
    admin: createAdmin(ports),
    ports,
  }
}

async function createTransport(config: ServerConfig, ports: Ports): Promise<Transport> {
  if (config.transport) return config.transport
  return byChannel({ email: (await createSmtp(config)) ?? createInboxTransport((message) => keepInInbox(ports, message)) })
}

async function createSmtp({ smtpUrl, mailFrom }: ServerConfig): Promise<Transport<'email'> | null> {
  if (!smtpUrl) return null
  const from = parseMailbox(mailFrom ?? '')
  if (from === null) throw new Error('The sender of emails is not an address. Set it to one at your domain.')
  // Loaded where it is used: it would be a fifth of the memory of a server that sends none.
  const { createSmtpTransport } = await import('./delivery/smtp-transport.ts')
  return createSmtpTransport({ url: smtpUrl, from })
}

function startJanitor(ports: Ports, janitor: Janitor): NodeJS.Timeout {
  const { log } = ports
  const tidy = async () => {
    await tendKeys(ports)
    await janitor.tidy()
  }
  // The janitor's timer must not keep the process of an embedded server alive.
  return setInterval(
    () => void tidy().catch((error: unknown) => log.warn({ error }, 'Expired rows could not be deleted.')),
    janitorMs,
  ).unref()
}
