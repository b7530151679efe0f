import type { PublicUserDataJSON } from '@latchkey/protocol'
import type { UserView } from '../domain/user.ts'
import { imageUrl } from './image-url.ts'
import { primaryAddress } from './primary-address.ts'

/** The little of a user that goes along with a session. */
export function publicUserDataJson(view: UserView): PublicUserDataJSON {
  const image = imageUrl(view)
  return {
    user_id: view.user.id,
    first_name: view.user.firstName,
    last_name: view.user.lastName,
    image_url: image,
    profile_image_url: image,
    has_image: false,
    identifier: primaryAddress(view) ?? '',
    username: null,
  }
}
