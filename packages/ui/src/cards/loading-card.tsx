'use client'
import { useLook } from '../appearance/look.tsx'
import type { Flow } from '../flow/use-flow.ts'
import { Card } from '../parts/card.tsx'
import { Spinner } from '../parts/spinner.tsx'
import { useWords } from '../words/words.ts'

/** The attempt in progress is on its way from the server. */
export function LoadingCard({ flow }: { readonly flow: Flow }) {
  const { el } = useLook()
  return (
    <Card flow={flow} title={useWords().loading}>
      <div {...el('loading')} role="status">
        <Spinner />
      </div>
    </Card>
  )
}
