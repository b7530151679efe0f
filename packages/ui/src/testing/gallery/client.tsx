import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { hydrateRoot, type Root } from 'react-dom/client'
import { find, frame } from './hands.ts'
import { Page, storeOf } from './page.tsx'
import { stories } from './stories.ts'
import type { Story } from './story.ts'
import { translate } from './translate.ts'

const { body } = document
const main = document.querySelector('main')!

let root: Root | undefined
let current: Story | undefined
/** Ends the translation of the page. */
let untranslate: () => void = () => {}
/** Draws what is on the page in another look. */
let wear: (look: string) => void = () => {}

/** Takes over what the server drew of a story, and does what somebody does there, unless the page is to be left as it is. */
async function begin(name: string, theme: string, still: boolean): Promise<void> {
  const story = stories[name]!
  const latchkey = storeOf(story)
  current = story
  Object.assign(globalThis, { latchkey })
  // What somebody does on a page may move things; what a page does by itself may not.
  if (story.play || story.moves) body.dataset.plays = ''
  // Strict, as Next.js has it in development: effects run, are undone, and run again.
  const page = (looks: string) => (
    <StrictMode>
      <Page story={story} latchkey={latchkey} theme={looks} marked={asked().has('marked')} />
    </StrictMode>
  )
  const hydrated = hydrateRoot(main, page(theme), { onRecoverableError: (error) => console.error('hydration', error) })
  root = hydrated
  wear = (next) => {
    body.dataset.theme = next
    flushSync(() => hydrated.render(page(next)))
  }
  await find('body[data-awake]')
  if (asked().has('translated')) untranslate = translate(body)
  await Promise.all([story.methods?.load ? null : latchkey.load(), still ? null : story.play?.(latchkey)])
  if (current === story) body.dataset.played = ''
}

/**
 * Puts another story in the place of the one on the page, as a load of its page would, though scripts and styles stay.
 * @param at its query and hash
 */
async function show(name: string, at: string, still: boolean): Promise<void> {
  root?.unmount()
  untranslate()
  sessionStorage.clear()
  history.replaceState(null, '', `/${name}${at}`)
  const answer = new DOMParser().parseFromString(
    await (await fetch(location.pathname + (asked().has('marked') ? '?marked' : ''))).text(),
    'text/html',
  )
  for (const key of Object.keys(body.dataset)) delete body.dataset[key]
  Object.assign(body.dataset, answer.body.dataset)
  main.innerHTML = answer.querySelector('main')!.innerHTML
  scrollTo(0, 0)
  await settle()
  void begin(name, 'light', still)
}

/** What the page's query asks for. */
const asked = () => new URLSearchParams(location.search)

/**
 * The server's page is painted before it is taken over, in pieces where it comes in pieces: what moves from here on is the story's
 * doing.
 */
async function settle(): Promise<void> {
  await frame()
  await frame()
  Object.assign(globalThis, { shifts: [] })
}

Object.assign(globalThis, { show, wear: (look: string) => wear(look) })
await settle()
void begin(body.dataset.story ?? '', body.dataset.theme ?? 'light', asked().has('still'))
