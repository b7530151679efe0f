import { createLatchkey, type Latchkey, type LatchkeyOptions } from '@latchkey/js'

/** A real store over a server that says who is signed in and nothing else; what was asked is in `asked`. */
export function latchkeyOver(
  client: object | null,
  options: Partial<LatchkeyOptions> = {},
): { readonly latchkey: Latchkey; readonly asked: string[] } {
  const asked: string[] = []
  const fetch: LatchkeyOptions['fetch'] = async (input, init) => {
    asked.push(`${init?.method} ${input as string}`)
    return Response.json({ response: client, client })
  }
  return { asked, latchkey: createLatchkey({ publishableKey: 'pk_live_x', baseUrl: '/__latchkey', fetch, ...options }) }
}
