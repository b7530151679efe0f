import { describe, expect, test } from 'vitest'
import { BUCKETS, ENDPOINTS, type Endpoint } from './endpoints.ts'

const endpoints: readonly Endpoint[] = ENDPOINTS
const shape = (path: string): string => path.replace(/:\w+/g, ':')

describe.each(endpoints)('$id', (endpoint) => {
  test('is named after its door and a file', () => {
    expect(endpoint.id).toMatch(new RegExp(`^${endpoint.door}/[a-z]+(-[a-z]+)*$`))
  })

  test('has a path the router takes, without a slash at its end', () => {
    expect(endpoint.path).toMatch(/^(\/v1|\/\.well-known)(\/:?[a-z_-]+(\.json)?)+$/)
  })

  test('changes nothing on the authority of a GET', () => {
    if (endpoint.method === 'GET') expect(endpoint.mutates).toBe(false)
  })

  test('demands an origin for every other verb of a browser', () => {
    // The one question that is sent as a POST, so that nothing on the way keeps its answer.
    const asks = endpoint.id === 'frontend/get-session-state'
    if (endpoint.door === 'frontend' && endpoint.method !== 'GET') expect(endpoint.mutates).toBe(!asks)
  })

  test('is authenticated by what its door asks for', () => {
    const allowed = {
      frontend: ['public', 'client', 'session'],
      backend: ['secret'],
      public: ['public'],
      latchkey: ['inbox'],
      operator: ['operator'],
    }
    expect(allowed[endpoint.door]).toContain(endpoint.auth)
  })

  test('hands the client over only to browsers', () => {
    if (endpoint.response === 'enveloped') expect(endpoint.door).toBe('frontend')
  })
})

test('ids are unique, and so are method and path together', () => {
  expect(new Set(endpoints.map(({ id }) => id)).size).toBe(endpoints.length)
  expect(new Set(endpoints.map(({ method, path }) => `${method} ${shape(path)}`)).size).toBe(endpoints.length)
})

test('no path with a parameter is mounted before a fixed one it would match', () => {
  const hidden = endpoints.filter((later, index) =>
    endpoints.slice(0, index).some((earlier) => {
      const pattern = new RegExp(`^${earlier.path.replace(/:\w+/g, '[^/]+')}$`)
      return earlier.method === later.method && pattern.test(later.path)
    }),
  )
  expect(hidden.map(({ id }) => id)).toEqual([])
})

test('a parameter is named after the collection before it', () => {
  for (const { path } of endpoints) {
    for (const [, collection, name] of path.matchAll(/\/(\w+)\/:(\w+)/g)) {
      expect(name).toMatch(new RegExp(`^${collection?.slice(0, -2)}.?_id$`))
    }
  }
})

test('every bucket is used', () => {
  expect(new Set(endpoints.flatMap(({ bucket }) => bucket ?? []))).toEqual(new Set(BUCKETS))
})
