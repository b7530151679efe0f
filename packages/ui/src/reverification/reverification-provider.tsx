'use client'
import { type Reverify, ReverifyContext, useLatchkey } from '@latchkey/react'
import { Dialog } from '../modal/dialog.tsx'
import { type ReactNode, useCallback, useState } from 'react'

/** Draws the question who is there over whatever needs it answered, another dialog included. Few are ever asked, so it is fetched then. */
export function ReverificationProvider({ children }: { readonly children?: ReactNode }) {
  const latchkey = useLatchkey()
  const [question, draw] = useState<ReactNode>(null)
  const reverify = useCallback<Reverify>(
    async (...given) => (await import('../user-profile/user-profile.tsx')).reverifying(latchkey, draw, Dialog)(...given),
    [latchkey],
  )
  return (
    <ReverifyContext value={reverify}>
      {children}
      {question}
    </ReverifyContext>
  )
}
