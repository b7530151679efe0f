'use client'
import { useLook } from '../appearance/look.tsx'
import { useWords } from '../words/words.ts'
import { Alert } from './alert.tsx'
import { Spinner, TextButton } from './buttons.tsx'

/** What belongs here is on its way. @param retry asks once more for what could not be had, `null` while it may come */
export function Waiting({ retry = null }: { readonly retry?: (() => void) | null }) {
  const { el } = useLook()
  const words = useWords()
  return retry === null ? (
    <div {...el('loading')} role="status" aria-label={words.loading}>
      <Spinner />
    </div>
  ) : (
    <Alert
      action={
        <TextButton of="alertAction" onClick={retry}>
          {words.action.tryAgain}
        </TextButton>
      }
    >
      {words.errors.unreachable}
    </Alert>
  )
}
