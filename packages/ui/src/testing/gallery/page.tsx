import { LatchkeyProvider } from '@latchkey/react'
import { dark, light, midnight, paper, system, type Theme } from '@latchkey/themes'
import { account } from '@latchkey/words/en/account'
import { cards } from '@latchkey/words/en/cards'
import { type ReactNode, useEffect } from 'react'
import { pseudo } from '../../../../words/src/testing/pseudo.ts'
import { AppearanceProvider } from '../../appearance/appearance-provider.tsx'
import { AccountWordsContext } from '../../words/account.ts'
import { WordsContext } from '../../words/words.ts'
import { fakeLatchkey, type FakeLatchkey } from '../fake-latchkey.ts'
import { environment } from '../fixtures.ts'
import type { Story } from './story.ts'

/** The looks a picture can be seen in. */
export const themes: Readonly<Record<string, Theme>> = { light, dark, system, paper, midnight }

/** A store for a story. */
export function storeOf(story: Story): FakeLatchkey {
  const { known } = story
  const latchkey: FakeLatchkey = fakeLatchkey({
    known: () => ({ environment: story.environment ?? environment, ...(typeof known === 'function' ? known(latchkey) : known) }),
    ...(story.methods && { methods: story.methods }),
  })
  return latchkey
}

/** What a story is drawn with. */
export interface PageProps {
  readonly story: Story
  readonly latchkey: FakeLatchkey
  readonly theme: string
  /** Has every word in marks, by which one sees what is none. */
  readonly marked: boolean
}

/** A story on its page. */
export function Page({ story, latchkey, theme, marked }: PageProps) {
  useEffect(() => {
    document.body.dataset.awake = ''
  }, [])
  return (
    <LatchkeyProvider latchkey={latchkey} urls={{ plainBaseUrl: '/__latchkey', fallbackRedirectUrl: '/main' }}>
      <AppearanceProvider appearance={{ theme: themes[theme] ?? light }}>
        {marked ? <Marked>{story.element(story.environment ?? environment)}</Marked> : story.element(story.environment ?? environment)}
      </AppearanceProvider>
    </LatchkeyProvider>
  )
}

const [markedCards, markedAccount] = [pseudo(cards, 'cards'), pseudo(account, 'account')]

function Marked({ children }: { readonly children: ReactNode }) {
  return (
    <WordsContext value={markedCards}>
      <AccountWordsContext value={markedAccount}>{children}</AccountWordsContext>
    </WordsContext>
  )
}
