import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { JsonSchema } from '../openapi/json-schema.ts'
import { API_NAMES, openApi } from '../openapi/open-api.ts'
import { onStages } from './testing/on-stages.ts'
import { ENDPOINT_REQUESTS, titled, type Walked } from './testing/requests.ts'
import { requestOf, send } from './testing/sending.ts'

const documents = API_NAMES.map((name) => openApi(name, { closed: true }))
const ajv = new Ajv2020({ strict: false, validateFormats: false })

function describedBy({ endpoint }: Walked) {
  const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
  const { paths, components } = documents.find((document) => document.paths[path]?.[endpoint.method.toLowerCase()] !== undefined)!
  const operation = paths[path]![endpoint.method.toLowerCase()]!
  /** What is wrong with a value, by a schema of the document. */
  const faults = (schema: JsonSchema, value: unknown) => {
    const validate = ajv.compile({ ...schema, components })
    return validate(value) ? [] : validate.errors
  }
  const body = operation.requestBody?.content['application/json']?.schema ?? null
  return { operation, body, faults }
}

describe.each(titled(ENDPOINT_REQUESTS))('the document names what is sent: %s', (_, walked) => {
  const { operation, body } = describedBy(walked)

  test('in the query and in the body', () => {
    const named = new Set(operation.parameters.map(({ name }) => name))
    expect(Object.keys(walked.request.query ?? {}).filter((name) => !named.has(name))).toEqual([])
    expect(Object.keys(walked.request.fields ?? {}).filter((name) => body?.properties?.[name] === undefined)).toEqual([])
  })
})

onStages('the document', (stage) => {
  test.each(titled(ENDPOINT_REQUESTS))('tells what is answered: %s', async (_, walked) => {
    const { operation, body, faults } = describedBy(walked)
    const prepared = await walked.request.prepare(stage(), stage().home)
    if (body !== null && prepared.body !== undefined) expect(faults(body, prepared.body)).toEqual([])
    const heard = await send(stage(), requestOf(walked, prepared), prepared.ip)
    expect(heard.status).toBe(walked.request.answers)
    const answer = operation.responses[heard.status] ?? operation.responses.default!
    const schema = answer.content?.['application/json']?.schema
    if (heard.json === null) expect(schema).toBeUndefined()
    else expect(faults(schema!, heard.json)).toEqual([])
    expect(heard.status >= 300 || answer !== operation.responses.default).toBe(true)
  })

  const needing = ENDPOINT_REQUESTS.flatMap((walked) => (describedBy(walked).body?.required ?? []).map((field) => ({ walked, field })))

  test.each(needing.map(({ walked, field }) => [walked.title, field, walked] as const))(
    'tells what has to be there and how it is refused: %s without %s',
    async (_, field, walked) => {
      const { operation, faults } = describedBy(walked)
      const prepared = await walked.request.prepare(stage(), stage().home)
      const { [field]: _left, ...rest } = prepared.body ?? {}
      const heard = await send(stage(), requestOf(walked, { ...prepared, body: rest }), prepared.ip)
      expect(heard.status).toBeGreaterThanOrEqual(400)
      expect(faults(operation.responses.default!.content!['application/json']!.schema, heard.json)).toEqual([])
    },
  )
})
