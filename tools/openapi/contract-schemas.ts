import { join } from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'

/** Where they are kept: the server prints its OpenAPI documents from them. */
export const STORED = 'packages/server/src/http/openapi/contracts.json'

/** The contracts of all endpoints as one JSON schema, with a definition for every type of the wire that is in them. */
export function contractSchemas(root: string): object {
  const generator = createGenerator({
    path: join(root, 'packages/protocol/src/index.ts'),
    tsconfig: join(root, 'tools/openapi/tsconfig.json'),
    skipTypeCheck: true,
    topRef: false,
    sortProps: false,
  })
  const contracts = generator.createSchema('EndpointContracts')
  const errors = generator.createSchema('ErrorsJSON')
  const { $schema: _, definitions, ...refused } = errors
  return { properties: contracts.properties, definitions: { ...definitions, ...contracts.definitions, ErrorsJSON: refused } }
}
