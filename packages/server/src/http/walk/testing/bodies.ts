import { gzipSync } from 'node:zlib'
import { asForm, FORM_TYPE, JSON_TYPE } from './sending.ts'

/** A whole body that no endpoint understands, whatever it asks for. */
export interface HostileBody {
  readonly name: string
  readonly type: string | null
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly headers?: { readonly [name: string]: string }
  readonly codes: readonly string[]
}

const broken = ['request_body_invalid']
const unsupported = ['unsupported_content_type']

/** Bodies made of a good one, none of which may be understood. */
export function hostileBodies(fields: { readonly [field: string]: unknown }): readonly HostileBody[] {
  const json = JSON.stringify(fields)
  const form = asForm(fields) || 'a=b'
  const [name = 'a'] = Object.keys(fields)
  const inJson = {
    'cut JSON': json.slice(0, -1),
    'JSON and more': `${json}x`,
    'JSON twice': json + json,
    'a list': `[${json}]`,
    'a text': '"a"',
    'a number': '5',
    nothing: 'null',
    'a trailing comma': json.replace(/\}$/, ',}').replace('{,', '{ ,'),
    'a field twice': json.replace('{', `{"${name}":"a",`).replace(',}', '}') + (json === '{}' ? '{' : ''),
    __proto__: json.replace('{', '{"__proto__":{"polluted":true},').replace(',}', '}'),
    'ten thousand levels': `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    'NUL in a name': json.replace('{', '{"a\\u0000":1,').replace(',}', '}'),
    'half a character in a name': json.replace('{', '{"\\udc00":1,').replace(',}', '}'),
    '2000 fields': `{${Array.from({ length: 2000 }, (_, i) => `"k${i}":1`).join(',')}}`,
    'a form': form,
    markup: '<a/>',
    'white space': ' \n',
  }
  const latin1 = Buffer.concat([Buffer.from('{"'), Buffer.of(0xe9), Buffer.from('":1}')])
  const inForm = {
    '__proto__ in a form': `${form}&__proto__=1`,
    "NUL in a form's name": `${form}&a%00=1`,
    '2000 fields in a form': Array.from({ length: 2000 }, (_, i) => `k${i}=1`).join('&'),
  }
  const texts = ['text/plain', 'text/json', 'application/xml', 'application/jsonx', 'application/octet-stream']
  const types = [...texts, 'multipart/form-data; boundary=x', ', application/json', '/', null]
  const zip = { body: new Uint8Array(gzipSync(json)), headers: { 'content-encoding': 'gzip' } }
  return [
    ...Object.entries(inJson).map(([title, body]) => ({ name: title, type: JSON_TYPE, body, codes: broken })),
    ...Object.entries(inForm).map(([title, body]) => ({ name: title, type: FORM_TYPE, body, codes: broken })),
    { name: 'a field twice in a form', type: FORM_TYPE, body: `a=1&a=2&${form}`, codes: ['form_param_duplicate'] },
    { name: 'Latin-1', type: JSON_TYPE, body: latin1, codes: broken },
    { name: 'UTF-16', type: `${JSON_TYPE}; charset=utf-16`, body: Buffer.from(json, 'utf16le'), codes: broken },
    { name: 'a zipped body', type: JSON_TYPE, ...zip, codes: [...broken, ...unsupported] },
    { name: 'a body of 300 kB', type: JSON_TYPE, body: `${json}${' '.repeat(300_000)}`, codes: ['request_body_too_large'] },
    { name: 'a form of 300 kB', type: FORM_TYPE, body: `${form}&x=${'a'.repeat(300_000)}`, codes: ['request_body_too_large'] },
    ...types.map((type) => ({ name: `JSON as ${type}`, type, body: json, codes: unsupported })),
  ]
}

/** Fields that only operators may set, or nobody, with values that would be found again. */
export const MARK = 'smuggled-7f3a'
export const SMUGGLED: { readonly [field: string]: unknown } = {
  id: MARK,
  instance_id: MARK,
  user_id: MARK,
  client_id: MARK,
  session_id: MARK,
  created_user_id: MARK,
  created_session_id: MARK,
  status: 'complete',
  verified: true,
  email_verified_by: MARK,
  role: MARK,
  banned: true,
  locked: true,
  external_id: MARK,
  public_metadata: { role: MARK },
  private_metadata: { role: MARK },
  delete_self_enabled: false,
  created_at: '2001-01-01T00:00:00Z',
  iss: MARK,
  actor: { sub: MARK },
}
