import { type Endpoint, type EndpointId, ENDPOINTS } from '@latchkey/protocol'
import { z } from 'zod'
import { handlers } from '../handlers.ts'
import { VERSION } from '../pages/home.ts'
import CONTRACTS from './contracts.json' with { type: 'json' }
import { convertSchema, type JsonSchema, namesIn, schemaName } from './json-schema.ts'

/** The APIs that have a document each. */
export const API_NAMES = ['frontend', 'backend', 'settings'] as const

/** The name of an API. */
export type ApiName = (typeof API_NAMES)[number]

/** A document of OpenAPI 3.1, as far as anybody here looks into it. */
export interface OpenApiDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } }
  readonly components: { readonly schemas: { readonly [name: string]: JsonSchema } }
}

/** One endpoint in it. */
export interface Operation {
  readonly operationId: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: 'path' | 'query'
    readonly required: boolean
    readonly schema: JsonSchema
  }[]
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: JsonSchema } } }
  readonly responses: { readonly [status: string]: { readonly content?: { readonly [type: string]: { readonly schema: JsonSchema } } } }
}

interface Api {
  readonly title: string
  readonly description: string
  readonly doors: readonly Endpoint['door'][]
  readonly server: string
  readonly where: string
  readonly security: { readonly [name: string]: object }
}

const APIS: { readonly [Name in ApiName]: Api } = {
  frontend: {
    title: 'Latchkey Frontend API',
    description:
      'What browsers and apps of end users call. Where a verb other than GET and POST is inconvenient, `POST` with `_method` in the ' +
      'query means it.',
    doors: ['frontend', 'public', 'latchkey'],
    server: '{origin}/i/{instance}',
    where: 'The server, and the slug of the instance. An instance with a host of its own is at that host, without a path.',
    security: {
      clientCookie: {
        type: 'apiKey',
        in: 'cookie',
        name: '__client',
        description: 'The client token, in the cookie that the server sets.',
      },
      clientToken: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: 'The client token of an app, which sends `_is_native=1`.',
      },
    },
  },
  backend: {
    title: 'Latchkey Backend API',
    description: "What an application's own servers call, with a secret key.",
    doors: ['backend'],
    server: '{origin}',
    where: 'The server. The key names the instance.',
    security: { secretKey: { type: 'http', scheme: 'bearer', description: 'A secret key, `sk_…`, which also names the instance.' } },
  },
  settings: {
    title: 'Latchkey settings API',
    description: 'How an instance is set up, read and changed with an operator key.',
    doors: ['operator'],
    server: '{origin}',
    where: 'The server. The key names the instance.',
    security: { operatorKey: { type: 'http', scheme: 'bearer', description: 'An operator key, `op_…`, which also names the instance.' } },
  },
}

/**
 * The OpenAPI document of an API, made of the endpoint table, the contracts, and the schemas that parse bodies.
 * @param closed objects have no members but those that are named, which is what tests hold answers to; others must expect more
 */
export function openApi(name: ApiName, { closed = false }: { readonly closed?: boolean } = {}): OpenApiDocument {
  const api = APIS[name]
  const endpoints = (ENDPOINTS as readonly Endpoint[]).filter(({ door }) => api.doors.includes(door))
  const paths: { [path: string]: { [method: string]: Operation } } = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: convertSchema(operationOf(endpoint, api), closed) as unknown as Operation,
    }
  }
  const document = {
    openapi: '3.1.1',
    info: { title: api.title, version: VERSION, description: api.description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: api.server, description: api.where, variables: variablesOf(api.server) }],
    tags: [...new Set(endpoints.map(tagOf))].map((tag) => ({ name: tag })),
    paths,
    components: { schemas: schemasOf(paths, closed), securitySchemes: api.security },
  }
  return document
}

const VARIABLES: { readonly [name: string]: object } = {
  origin: { default: 'http://localhost:4000' },
  instance: { default: 'my-shop' },
}

function variablesOf(url: string): object {
  return Object.fromEntries([...url.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, VARIABLES[name!]!]))
}

/** The schemas that are referred to, and those that they refer to. */
function schemasOf(paths: object, closed: boolean): { readonly [name: string]: JsonSchema } {
  const all = new Map(Object.entries(CONTRACTS.definitions).map(([name, schema]) => [schemaName(name), schema as JsonSchema]))
  const found = new Map<string, JsonSchema>()
  const add = (value: unknown) => {
    for (const name of namesIn(value)) {
      if (found.has(name)) continue
      const schema = convertSchema(all.get(name)!, closed)
      found.set(name, schema)
      add(schema)
    }
  }
  add(paths)
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

interface ContractSchema {
  readonly description?: string
  readonly properties: { readonly query?: JsonSchema; readonly body?: JsonSchema; readonly response: JsonSchema }
}

const contractOf = (id: string): ContractSchema => (CONTRACTS.properties as unknown as { readonly [id: string]: ContractSchema })[id]!

function operationOf(endpoint: Endpoint, api: Api): object {
  const { properties, description } = contractOf(endpoint.id)
  const fields = bodyFields(endpoint)
  const forms = endpoint.door === 'frontend' ? ['application/x-www-form-urlencoded', 'application/json'] : ['application/json']
  return {
    operationId: endpoint.id.split('/')[1]!.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    ...(description !== undefined && { summary: description.split(/(?<=[.:]) /)[0]!.replace(/[.:]$/, ''), description }),
    tags: [tagOf(endpoint)],
    security: securityOf(endpoint, api),
    parameters: [...pathParameters(endpoint.path), ...queryParameters(resolved(properties.query))],
    ...(fields !== null && {
      requestBody: {
        required: (fields.required ?? []).length > 0,
        content: Object.fromEntries(forms.map((type) => [type, { schema: fields }])),
      },
    }),
    responses: responsesOf(endpoint, properties.response),
  }
}

/** What stands for an endpoint among its like: the collection it is about. */
function tagOf({ path }: Endpoint): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== 'v1' && !part.startsWith(':'))
  return parts[0] === 'client' || parts[0] === 'latchkey' ? (parts[1] ?? parts[0]) : parts[0]!.replace(/^\.well-known$/, 'well_known')
}

function securityOf({ auth }: Endpoint, { security }: Api): readonly object[] {
  const any = Object.keys(security).map((name) => ({ [name]: [] }))
  return auth === 'public' ? [{}, ...(security.clientCookie === undefined ? [] : any)] : auth === 'inbox' ? [] : any
}

function pathParameters(path: string): readonly object[] {
  const schema = { type: 'string', pattern: '^[\\w.-]{1,128}$' }
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema }))
}

function queryParameters(query: JsonSchema): readonly object[] {
  return Object.entries(query.properties ?? {}).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: (query.required ?? []).includes(name),
    ...(description !== undefined && { description }),
    schema,
  }))
}

/** The body as it is really parsed, with what the contract says of each field in words and which of them have to be there. */
function bodyFields({ id }: Endpoint): JsonSchema | null {
  const handler = handlers[id as EndpointId]
  if (!('fields' in handler)) return null
  const contract = resolved(contractOf(id).properties.body)
  const { $schema: _, ...parsed } = z.toJSONSchema(handler.fields, { io: 'input', unrepresentable: 'any' }) as unknown as JsonSchema
  const described = Object.entries(parsed.properties ?? {}).map(([name, schema]) => {
    const description = contract.properties?.[name]?.description
    return [name, { ...schema, ...(description !== undefined && { description }) }]
  })
  const required = [...new Set([...(parsed.required ?? []), ...(contract.required ?? [])])]
  return { ...parsed, properties: Object.fromEntries(described), ...(required.length > 0 && { required }) }
}

function resolved(schema: JsonSchema | undefined): JsonSchema {
  const name = schema?.$ref?.replace('#/definitions/', '')
  if (name === undefined) return schema ?? {}
  return (CONTRACTS.definitions as unknown as { readonly [name: string]: JsonSchema })[decodeURIComponent(name)]!
}

const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` })
const json = (schema: JsonSchema) => ({ content: { 'application/json': { schema } } })
const retryAfter = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } }
const location = { Location: { description: 'Where to go on.', schema: { type: 'string', format: 'uri' } } }

function responsesOf({ response, bucket }: Endpoint, resource: JsonSchema): object {
  const limited = bucket === null ? {} : { '429': { description: 'Too many requests.', headers: retryAfter, ...json(ref('ErrorsJSON')) } }
  return { ...answersOf(response, resource), ...limited, default: { description: 'Refused.', ...json(ref('ErrorsJSON')) } }
}

function answersOf(response: Endpoint['response'], resource: JsonSchema): object {
  switch (response) {
    case 'enveloped': {
      const properties = { response: resource, client: { anyOf: [ref('ClientJSON'), { type: 'null' }] } }
      const enveloped = { type: 'object', properties, required: ['response', 'client'], additionalProperties: false }
      return { '200': { description: 'The resource, and the client as it is now.', ...json(enveloped) } }
    }
    case 'bare':
      return { '200': { description: 'The resource.', ...json(resource) } }
    case 'redirect':
      return { '307': { description: 'Back to the application.', headers: location } }
    case 'html':
      return {
        ...(resource.type !== 'null' && { '200': { description: 'A page.', content: { 'text/html': { schema: { type: 'string' } } } } }),
        '303': { description: 'On to the application.', headers: location },
      }
    case 'empty':
      return { '204': { description: 'Done.' } }
    default:
      return response satisfies never
  }
}
