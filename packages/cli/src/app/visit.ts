import { send } from '../platform/fetch.ts'

/** A browser without a window that visits an app: it keeps cookies and says where it comes from. */
export interface Visit {
  /** Asks for a path of the app; follows no redirect. */
  get(path: string): Promise<Response>
  /** Calls the Frontend API through the app. @throws Error with the sentence of the refusal */
  call(method: 'GET' | 'POST' | 'DELETE', path: string, form?: Readonly<Record<string, string>>): Promise<Answer>
}

/** What the Frontend API answers, as far as anybody looks. */
export interface Answer {
  readonly response: {
    readonly id: string
    readonly status?: string
    readonly created_session_id?: string | null
    readonly missing_fields?: readonly string[]
  }
}

const patienceMs = 60_000

/** Opens a browser at an app. */
export function openVisit(app: string): Visit {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = {
      accept: 'text/html',
      'user-agent': 'latchkey',
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...init.headers,
    }
    const response = await send(app + path, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs), ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name === undefined || value === undefined) continue
      if (value === '' || /;\s*max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  return {
    get: (path) => ask(path, { headers: { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' } }),
    async call(method, path, form) {
      const body = form === undefined ? {} : { body: new URLSearchParams(form) }
      const response = await ask(`/__latchkey${path}`, {
        method,
        ...body,
        headers: { accept: 'application/json', origin: new URL(app).origin, 'sec-fetch-site': 'same-origin' },
      })
      const text = await response.text()
      if (!response.ok) throw new Error(refusalOf(text) ?? `${method} /__latchkey${path} answered ${response.status}`)
      return JSON.parse(text) as Answer
    },
  }
}

function refusalOf(text: string): string | null {
  try {
    const { errors } = JSON.parse(text) as { errors: readonly { long_message?: string; message: string }[] }
    return errors[0]?.long_message ?? errors[0]?.message ?? null
  } catch {
    return null
  }
}
