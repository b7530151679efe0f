import { DEFAULT_ENVIRONMENT, type Latchkey, LatchkeyError, type Snapshot } from '@latchkey/js'
import { signIn, signUp } from './fixtures.ts'

/** A store without a server. It writes down what it was asked, and can be told what becomes known. */
export interface FakeLatchkey extends Latchkey {
  readonly calls: (readonly [string, unknown])[]
  set(change: Partial<Snapshot>): void
}

/** What a fake begins with. */
export interface FakeOptions {
  /** What the server would answer to the first question. */
  readonly known?: () => Partial<Snapshot>
  readonly methods?: Partial<Latchkey>
}

/** What a page knows before anybody has asked. */
export const atFirst: Snapshot = {
  phase: 'unknown',
  failure: null,
  environment: null,
  clientId: null,
  sessions: [],
  session: null,
  user: null,
  signIn: signIn(),
  signUp: signUp(),
}

/** A refusal as the server sends it. */
export function refusal(
  code: string,
  more: { paramName?: string | null; status?: number; longMessage?: string; meta?: Record<string, unknown>; retryAfter?: number } = {},
): LatchkeyError {
  const { paramName = null, status = 422, longMessage = `The server's words for ${code}.`, meta = {}, retryAfter = null } = more
  return new LatchkeyError({ status, traceId: null, retryAfter, errors: [{ code, message: code, longMessage, paramName, meta }] })
}

/** Makes one. */
export function fakeLatchkey({ known = () => ({}), methods = {} }: FakeOptions = {}): FakeLatchkey {
  let snapshot = atFirst
  const listeners = new Set<() => void>()
  const calls: (readonly [string, unknown])[] = []
  const note =
    <T>(name: string, answer: T) =>
    (argument?: unknown): Promise<T> => {
      calls.push([name, argument])
      return Promise.resolve(answer)
    }
  const set = (change: Partial<Snapshot>) => {
    snapshot = { ...snapshot, ...change }
    for (const listener of listeners) listener()
  }
  let loaded = false
  const load = async () => {
    if (loaded) return
    loaded = true
    set({ phase: 'ready', clientId: 'client_1', ...known() })
  }
  return {
    publishableKey: 'pk_test_x',
    calls,
    set,
    getSnapshot: () => snapshot,
    getServerSnapshot: () => atFirst,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    load,
    reload: note('reload', undefined),
    environment: async () => DEFAULT_ENVIRONMENT,
    provideEnvironment: (environment) => set({ environment }),
    setActive: note('setActive', undefined),
    signOut: note('signOut', undefined),
    getToken: note('getToken', null),
    navigate: note('navigate', undefined),
    setNavigator: () => {},
    watch: () => () => {},
    ...methods,
  }
}
