import { describe, expect, it } from 'vitest'
import { routeOf, routingOf, urlOf } from './use-route.ts'

const hash = { kind: 'hash' } as const
const path = { kind: 'path', base: '/sign-in/' } as const

describe('routingOf', () => {
  it.each([
    [{}, hash],
    [{ path: '/x' }, { kind: 'path', base: '/x' }],
    [{ path: '/x', routing: 'hash' }, hash],
    [{ routing: 'path' }, hash],
    [{ path: '/x', routing: 'virtual' }, { kind: 'virtual' }],
  ] as const)('%j', (props, routing) => {
    expect(routingOf(props)).toEqual(routing)
  })
})

describe('routeOf', () => {
  it.each([
    [hash, '/x', '', ''],
    [hash, '/x', '#/verify', 'verify'],
    [hash, '/x', '#/verify?a=b', 'verify'],
    [hash, '/x', '#/', ''],
    [hash, '/x', '#/elsewhere', ''],
    [hash, '/x', '#constructor', ''],
    [path, '/sign-in', '', ''],
    [path, '/sign-in/methods', '', 'methods'],
    [path, '/sign-in/verify/', '#/methods', 'verify'],
    [path, '/sign-in-now/verify', '', ''],
    [{ kind: 'virtual' }, '/x', '#/verify', ''],
  ] as const)('%j at %s%s is %j', (routing, pathname, fragment, route) => {
    expect(routeOf(routing, { pathname, hash: fragment })).toBe(route)
  })
})

describe('urlOf', () => {
  it.each([
    [hash, 'verify', '/x?redirect_url=a#/verify'],
    [hash, '', '/x?redirect_url=a'],
    [path, 'verify', '/sign-in/verify?redirect_url=a'],
    [path, '', '/sign-in?redirect_url=a'],
  ] as const)('%j %s', (routing, route, url) => {
    expect(urlOf(routing, route, { pathname: '/x', search: '?redirect_url=a' })).toBe(url)
  })
})
