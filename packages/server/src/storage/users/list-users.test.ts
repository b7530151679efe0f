import { beforeAll, expect, test } from 'vitest'
import type { User } from '../../domain/user.ts'
import { insertIdentification } from '../identifications/identifications.ts'
import { anIdentification, aUser, NOW } from '../testing/fixtures.ts'
import { describeStorage } from '../testing/describe-storage.ts'
import type { Tenant } from '../testing/describe-storage.ts'
import { countUsers, listUsers } from './list-users.ts'
import { insertUser } from './users.ts'
import type { UserFilter, UserOrderBy } from './match-users.ts'

type Person = Partial<User> & { readonly id: string; readonly addresses: readonly string[] }

const people: readonly Person[] = [
  { id: 'user_Ada', firstName: 'Ada', lastName: 'Lovelace', externalId: 'e1', createdAt: NOW, addresses: ['ada@example.com'] },
  {
    id: 'user_Bob',
    firstName: 'Bob',
    lastName: 'under_score',
    createdAt: NOW + 1,
    lastActiveAt: NOW + 5,
    addresses: ['b_b@example.com'],
  },
  {
    id: 'user_Cat',
    firstName: 'Äda',
    lastName: null,
    createdAt: NOW + 2,
    lastActiveAt: NOW + 9,
    banned: true,
    addresses: ['bxb@example.com', 'cat@example.org'],
  },
  { id: 'user_Dan', firstName: null, lastName: '100%', createdAt: NOW + 3, lastSignInAt: NOW + 5, externalId: 'e2', addresses: [] },
  {
    id: 'user_Eve',
    firstName: 'eve',
    lastName: 'Back\\slash',
    createdAt: NOW + 4,
    lastSignInAt: NOW + 9,
    addresses: ['ava@example.com'],
  },
]

describeStorage(
  'listUsers and countUsers',
  ({ tenant }) => {
    let mine: Tenant

    beforeAll(async () => {
      mine = tenant()
      const others = tenant()
      for (const { write } of [mine, others]) {
        await write(async (scope) => {
          for (const { addresses, ...person } of people) {
            const user = aUser({ ...person, updatedAt: 2 * NOW - (person.createdAt ?? 0) })
            const identifications = addresses.map((value) => anIdentification(user.id, value))
            await insertUser(scope, { ...user, primaries: { ...user.primaries, email_address: identifications[0]?.id ?? null } })
            for (const identification of identifications) await insertIdentification(scope, identification)
          }
        })
      }
    })

    async function found(filter: UserFilter): Promise<string> {
      const users = await listUsers(mine.scope, filter, { limit: 100, offset: 0, orderBy: { column: 'created_at', direction: 'asc' } })
      expect(await countUsers(mine.scope, filter)).toBe(users.length)
      return users.map(({ id }) => id.slice('user_'.length)).join(' ')
    }

    test.each<[string, UserFilter, string]>([
      ['everybody', {}, 'Ada Bob Cat Dan Eve'],
      ['any of some addresses', { emailAddress: ['cat@example.org', 'ada@example.com', 'nobody@example.com'] }, 'Ada Cat'],
      ['any of some ids', { userId: ['user_Dan', 'user_Eve', 'user_X'] }, 'Dan Eve'],
      ['any of some external ids', { externalId: ['e2', 'e3'] }, 'Dan'],
      ['nobody, of an empty list', { emailAddress: [] }, ''],
      ['part of a first name', { query: 'DA' }, 'Ada Cat Dan'],
      ['part of a name with other letters', { query: 'äda' }, 'Cat'],
      ['part of both names', { query: 'a love' }, 'Ada'],
      ['part of a last name', { query: 'LOVE' }, 'Ada'],
      ['part of an address', { query: 'AVA@' }, 'Eve'],
      ['part of a second address', { query: 'cat@example.o' }, 'Cat'],
      ['part of an id', { query: 'ser_d' }, 'Dan'],
      ['an underscore for itself', { query: 'b_b' }, 'Bob'],
      ['a percent sign for itself', { query: '0%' }, 'Dan'],
      ['a percent sign for itself, and nothing more', { query: 'a%a' }, ''],
      ['a backslash for itself', { query: 'k\\s' }, 'Eve'],
      ['a quote, which is just a letter', { query: `'` }, ''],
      ['part of an address only', { emailAddressQuery: 'B@EXAMPLE' }, 'Bob Cat'],
      ['part of a name only', { nameQuery: 'ada' }, 'Ada'],
      ['the banned', { banned: true }, 'Cat'],
      ['the others', { banned: false }, 'Ada Bob Dan Eve'],
      ['created before', { createdAtBefore: NOW + 2 }, 'Ada Bob'],
      ['created after', { createdAtAfter: NOW + 2 }, 'Dan Eve'],
      ['active before', { lastActiveAtBefore: NOW + 9 }, 'Bob'],
      ['active after', { lastActiveAtAfter: NOW + 5 }, 'Cat'],
      ['active since', { lastActiveAtSince: NOW + 5 }, 'Bob Cat'],
      ['signed in before', { lastSignInAtBefore: NOW + 9 }, 'Dan'],
      ['signed in after', { lastSignInAtAfter: NOW + 5 }, 'Eve'],
      ['all that is given', { banned: false, query: 'example.com', createdAtAfter: NOW }, 'Bob Eve'],
    ])('finds %s', async (_, filter, expected) => {
      expect(await found(filter)).toBe(expected)
    })

    test.each<[UserOrderBy['column'], UserOrderBy['direction'], string]>([
      ['created_at', 'asc', 'Ada Bob Cat Dan Eve'],
      ['created_at', 'desc', 'Eve Dan Cat Bob Ada'],
      ['updated_at', 'asc', 'Eve Dan Cat Bob Ada'],
      ['last_active_at', 'asc', 'Ada Dan Eve Bob Cat'],
      ['last_active_at', 'desc', 'Cat Bob Eve Dan Ada'],
      ['last_sign_in_at', 'desc', 'Eve Dan Cat Bob Ada'],
      ['first_name', 'asc', 'Dan Ada Bob Eve Cat'],
      ['first_name', 'desc', 'Cat Eve Bob Ada Dan'],
      ['last_name', 'asc', 'Cat Dan Eve Ada Bob'],
      ['email_address', 'asc', 'Dan Ada Eve Bob Cat'],
      ['email_address', 'desc', 'Cat Bob Eve Ada Dan'],
    ])('orders by %s %s, in pages', async (column, direction, expected) => {
      const pages: User[] = []
      for (const offset of [0, 2, 4, 6]) {
        pages.push(...(await listUsers(mine.scope, {}, { limit: 2, offset, orderBy: { column, direction } })))
      }
      expect(pages.map(({ id }) => id.slice('user_'.length)).join(' ')).toBe(expected)
    })

    test('orders by id where nothing else decides', async () => {
      const order = async (direction: 'asc' | 'desc') => {
        const users = await listUsers(mine.scope, {}, { limit: 3, offset: 0, orderBy: { column: 'last_sign_in_at', direction } })
        return users.map(({ id }) => id)
      }
      expect(await order('asc')).toEqual(['user_Ada', 'user_Bob', 'user_Cat'])
      expect(await order('desc')).toEqual(['user_Eve', 'user_Dan', 'user_Cat'])
    })

    test('orders by the newest when nothing is said', async () => {
      const users = await listUsers(mine.scope, {}, { limit: 2, offset: 0 })
      expect(users.map(({ id }) => id)).toEqual(['user_Eve', 'user_Dan'])
    })

    test('finds nobody of another instance', async () => {
      expect(await countUsers(tenant().scope, {})).toBe(0)
      expect(await listUsers(tenant().scope, { emailAddress: ['ada@example.com'] }, { limit: 9, offset: 0 })).toEqual([])
    })
  },
  { whole: /USING (COVERING )?INDEX users_|: select count|SEARCH (found|address) USING (COVERING )?INDEX identifications_type_value_key/ },
)
