import { accountStories } from './account-stories.tsx'
import { confirmStories } from './confirm-stories.tsx'
import { otherStories } from './other-stories.tsx'
import { outageStories } from './outage-stories.tsx'
import { signInStories } from './sign-in-stories.tsx'
import type { Story } from './story.ts'
import { walkStories } from './walk-stories.tsx'

/** Every picture of the gallery, by name. */
export const stories: Readonly<Record<string, Story>> = {
  ...signInStories,
  ...accountStories,
  ...outageStories,
  ...confirmStories,
  ...otherStories,
  ...walkStories,
}
