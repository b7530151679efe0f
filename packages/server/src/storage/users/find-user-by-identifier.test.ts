import { expect, test } from 'vitest'
import { insertIdentification } from '../identifications/insert-identification.ts'
import { anIdentification, aUser } from '../testing/fixtures.ts'
import { describeStorage } from '../testing/describe-storage.ts'
import { findUserByIdentifier } from './find-user-by-identifier.ts'
import { findUserView, userViewOf } from './find-user-view.ts'
import { insertUser } from './insert-user.ts'

describeStorage('a user by her address', ({ tenant }) => {
  test('is found within her instance, whole', async () => {
    const [mine, other] = [tenant(), tenant()]
    const [ada, eve] = [aUser({ firstName: 'Ada', banned: true }), aUser()]
    for (const [{ write }, user] of [
      [mine, ada],
      [other, eve],
    ] as const) {
      await write(async (scope) => {
        await insertUser(scope, user)
        await insertIdentification(scope, anIdentification(user.id, 'a@example.com'))
      })
    }
    expect(await findUserByIdentifier(mine.scope, 'email_address', 'a@example.com')).toEqual(ada)
    expect(await findUserByIdentifier(other.scope, 'email_address', 'a@example.com')).toEqual(eve)
    expect(await findUserByIdentifier(mine.scope, 'email_address', 'A@example.com')).toBeNull()
    expect(await findUserByIdentifier(tenant().scope, 'email_address', 'a@example.com')).toBeNull()
    expect(await userViewOf(mine.scope, ada)).toEqual(await findUserView(mine.scope, ada.id))
    expect((await userViewOf(mine.scope, ada)).identifications).toHaveLength(1)
  })
})
