import { ReverifyContext } from '@latchkey/react'
import { isReverificationCancelled, isReverificationRequired } from '@latchkey/react/reverification'
import { useContext } from 'react'
import { type Action, useAction } from '../parts/use-action.ts'

/** One action of the account. Where it must be shown first who is there, they are asked, and it is done then. */
export function useOwnAction(): Action {
  const reverify = useContext(ReverifyContext)
  const action = useAction()
  const run: Action['run'] = (work) =>
    action.run(async () => {
      try {
        await work()
      } catch (error) {
        if (reverify === null || !isReverificationRequired(error)) throw error
        await reverify(after(error, work)).catch((failure: unknown) => {
          // Who would rather not say who they are knows that nothing was done.
          if (!isReverificationCancelled(failure)) throw failure
        })
      }
    })
  return { ...action, run }
}

/** Work that was refused already: once more as it was refused, and from then on for good. */
function after(refusal: unknown, work: () => Promise<unknown>): () => Promise<unknown> {
  let told = false
  return async () => {
    if (told) return work()
    told = true
    throw refusal
  }
}
