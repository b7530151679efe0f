import { hydrateRoot } from 'react-dom/client'
import { find } from './hands.ts'
import { Page, storeOf } from './page.tsx'
import { stories } from './stories.ts'

const { story: name = '', theme = 'light' } = document.body.dataset
const story = stories[name]!
const latchkey = storeOf(story)
Object.assign(globalThis, { latchkey })
hydrateRoot(document.querySelector('main')!, <Page story={story} latchkey={latchkey} theme={theme} />, {
  onRecoverableError: (error) => console.error('hydration', error),
})
await find('body[data-awake]')
await Promise.all([story.methods?.load ? null : latchkey.load(), story.play?.(latchkey)])
