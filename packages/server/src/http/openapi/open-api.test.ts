import SwaggerParser from '@apidevtools/swagger-parser'
import { ENDPOINTS } from '@latchkey/protocol'
import { describe, expect, test } from 'vitest'
import { convertSchema, schemaName } from './json-schema.ts'
import { API_NAMES, openApi } from './open-api.ts'

const operations = API_NAMES.flatMap((name) =>
  Object.entries(openApi(name).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  ),
)
const operationNamed = (name: string) => operations.find((one) => one.name === name)!.operation

describe.each(API_NAMES)('the document of the %s API', (name) => {
  test.each([false, true])('is one of OpenAPI 3.1, closed: %s', async (closed) => {
    const document = structuredClone(openApi(name, { closed }))
    await expect(SwaggerParser.validate(document as unknown as Parameters<typeof SwaggerParser.validate>[0])).resolves.toBeTruthy()
  })

  test('says what each endpoint does, what its parameters are, and how it refuses', () => {
    for (const methods of Object.values(openApi(name).paths)) {
      for (const operation of Object.values(methods)) {
        expect(operation).toMatchObject({ summary: expect.stringMatching(/^[A-Z].+[^.]$/), responses: { default: {} } })
        expect(operation.parameters.every(({ schema }) => schema.type !== undefined || schema.anyOf !== undefined)).toBe(true)
      }
    }
  })
})

test('every endpoint is in one document, under an id of its own there', () => {
  const paths = ENDPOINTS.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  expect(operations.map((one) => one.name).toSorted()).toEqual(paths.toSorted())
  for (const name of API_NAMES) {
    const ids = Object.values(openApi(name).paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId))
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('a body has the fields that are parsed, in the words of the contract', () => {
  const body = operationNamed('POST /v1/email_addresses').requestBody!.content['application/json']!.schema
  expect(Object.keys(body.properties!)).toEqual(['user_id', 'email_address', 'verified', 'primary', 'notify_primary_email_address_changed'])
  expect(body.properties!.verified).toEqual({ type: ['boolean', 'null'], description: 'It counts as proven.' })
  expect(body.required!.toSorted()).toEqual(['email_address', 'user_id'])
  expect(operationNamed('PATCH /v1/latchkey/settings').requestBody!.content['application/json']!.schema.required).toEqual(['settings'])
  expect(operationNamed('POST /v1/client/sign_ins').requestBody!.content).toHaveProperty('application/x-www-form-urlencoded')
  expect(operationNamed('POST /v1/users/{user_id}/ban')).not.toHaveProperty('requestBody')
})

test('objects are open where they are printed, and closed where answers are held to them', () => {
  expect(openApi('backend').components.schemas.BackendUser).not.toHaveProperty('additionalProperties')
  expect(openApi('backend', { closed: true }).components.schemas.BackendUser).toMatchObject({ additionalProperties: false })
})

test('schemas of draft 7 become those of 2020-12', () => {
  expect(convertSchema({ items: [{ $ref: '#/definitions/PageJSON%3CUserJSON%3E' }], additionalProperties: false }, false)).toEqual({
    prefixItems: [{ $ref: '#/components/schemas/PageUser' }],
  })
  expect(['PageJSON<UserJSON>', 'Unkept'].map(schemaName)).toEqual(['PageUser', 'Unkept'])
})
