import { LatchkeyProvider } from '@latchkey/react'
import { dark, light, midnight, paper, system, type Theme } from '@latchkey/themes'
import { useEffect } from 'react'
import { AppearanceProvider } from '../../appearance/appearance-provider.tsx'
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

/** A story on its page. */
export function Page({ story, latchkey, theme }: { readonly story: Story; readonly latchkey: FakeLatchkey; readonly theme: string }) {
  useEffect(() => {
    document.body.dataset.awake = ''
  }, [])
  return (
    <LatchkeyProvider latchkey={latchkey} urls={{ plainBaseUrl: '/__latchkey', fallbackRedirectUrl: '/main' }}>
      <AppearanceProvider appearance={{ theme: themes[theme] ?? light }}>
        {story.element(story.environment ?? environment)}
      </AppearanceProvider>
    </LatchkeyProvider>
  )
}
