import type { Ports } from '../../../actions/ports.ts'
import type { InstanceType } from '../../../domain/instance.ts'
import { findInstance, type InstanceScope } from '../../../storage/index.ts'
import type { Tables } from '../../../storage/schema.ts'
import { newInstance } from './instance.ts'
import { type Said, say, type Send } from './said.ts'
import { appOrigin, newVisitor, type Visitor } from './visitor.ts'

/** A customer's server with a secret key, and what can be seen of its instance from behind. */
export interface Customer {
  readonly instanceId: string
  readonly secretKey: string
  readonly scope: InstanceScope
  /** Where browsers reach the instance: `iss` of its tokens. */
  readonly base: string
  /** Calls the Backend API with the secret key, unless `headers` say otherwise. @param path below `/v1` */
  call(method: string, path: string, body?: unknown, headers?: { readonly [name: string]: string }): Promise<Said>
  /** The same by way of another process. */
  by(send: Send): Pick<Customer, 'call'>
  /** A new user's id. */
  person(fields?: { readonly [field: string]: unknown }): Promise<string>
  /** A browser at a page of the application. */
  visitor(): Visitor
  /** The keys that sign its tokens. */
  keys(): ReturnType<Ports['keys']['of']>
  /** Events of the audit trail, in no order. */
  audit(): Promise<readonly string[]>
  rows(table: 'users' | 'identifications' | 'sessions' | 'clients' | 'attempts' | 'one_time' | 'audit'): Promise<number>
}

let number = 0

/** An address nobody has. */
export function newAddress(name = 'ada'): string {
  number += 1
  return `${name}-${number}@example.com`
}

/** An application of its own for a test. */
export async function newCustomer(ports: Ports, send: Send, type: InstanceType): Promise<Customer> {
  const { instanceId, secretKey, base, publishableKey } = await newInstance(ports, type, appOrigin)
  const scope = { db: ports.storage.db, instanceId }
  const usual = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json', 'user-agent': 'customer/1' }
  const callBy =
    (way: Send): Customer['call'] =>
    (method, path, body, headers = {}) => {
      const content = body === undefined ? {} : { body: JSON.stringify(body) }
      return say(way, new Request(`${ports.publicUrl}/v1${path}`, { method, headers: { ...usual, ...headers }, ...content }))
    }
  const call = callBy(send)
  const from = (table: keyof Tables) => ports.storage.db.kysely.selectFrom(table as 'audit').where('instance_id', '=', instanceId)
  return {
    instanceId,
    secretKey,
    scope,
    base,
    call,
    by: (way) => ({ call: callBy(way) }),
    person: async (fields = {}) => {
      const { status, body } = await call('POST', '/users', { email_address: [newAddress()], ...fields })
      if (status !== 200) throw new Error(JSON.stringify(body))
      return body.id
    },
    visitor: () => newVisitor(send, base, publishableKey),
    keys: async () => ports.keys.of((await findInstance({ db: ports.storage.db }, { id: instanceId }))!),
    audit: async () => (await from('audit').select('type').execute()).map(({ type: event }) => event),
    rows: async (table) => (await from(table).select('id').execute()).length,
  }
}
