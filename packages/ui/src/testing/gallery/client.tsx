import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { find } from './hands.ts'
import { Page, storeOf } from './page.tsx'
import { stories } from './stories.ts'

const { story: name = '', theme = 'light' } = document.body.dataset
const story = stories[name]!
const latchkey = storeOf(story)
Object.assign(globalThis, { latchkey })
// What somebody does on a page may move things; what a page does by itself may not.
if (story.play) document.body.dataset.plays = ''
// Strict, as Next.js has it in development: effects run, are undone, and run again.
const page = (looks: string) => (
  <StrictMode>
    <Page story={story} latchkey={latchkey} theme={looks} />
  </StrictMode>
)
const root = hydrateRoot(document.querySelector('main')!, page(theme), {
  onRecoverableError: (error) => console.error('hydration', error),
})
const wear = (next: string) => {
  document.body.dataset.theme = next
  root.render(page(next))
}
Object.assign(globalThis, { wear })
await find('body[data-awake]')
void Promise.all([story.methods?.load ? null : latchkey.load(), story.play?.(latchkey)]).then(() => {
  document.body.dataset.played = ''
})
