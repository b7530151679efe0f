import { LANGUAGES } from '@latchkey/words'
import { describe, expect, it } from 'vitest'
import { pathsIn, pathsOf, pseudo, strayWords, textsOf } from '../../../../words/src/testing/pseudo.ts'
import { drawnPage } from './layout.ts'
import { everyPage } from './testing/every-page.ts'

// What is not ours is a number here: any letter that is no word of the language stands out.
const pages = everyPage('7', pseudo(LANGUAGES.en))

/** What one types into a terminal or a form, and what this is called. */
const data = [
  'Latchkey',
  /\b(?:init --header|env --sdk clerk|apps create "My app")/,
  '.env.local',
  /[\w+]*\+latchkey_test(?:@example\.com)?/,
]

describe.each(Object.entries(pages))('the page %s', (_, page) => {
  it('says nothing but words of its language', () => {
    expect(textsOf(page).length).toBeGreaterThan(2)
    expect(strayWords(textsOf(page), data)).toEqual([])
  })
})

it('there is no word for pages that none of them says, but what needs a browser without cookies or a server without its app', () => {
  const drawn = { title: '7', applicationName: '7', script: '/7', styles: [], drawn: '7' }
  const alone = drawnPage({ ...drawn, language: pseudo(LANGUAGES.en), plainUrl: '/7' })
  expect(strayWords(textsOf(alone), data)).toEqual([])
  const shown = pathsIn([...Object.values(pages), alone].join(''))
  const unsaid = pathsOf(LANGUAGES.en.pages, 'pages').filter((path) => !shown.has(path))
  expect(unsaid).toEqual(['pages.cookiesBlocked', 'pages.ticket.useless', 'pages.ticket.remedy'])
})
