import { isReverificationRequired, ReverificationCancelled, ReverifyContext } from '@latchkey/react'
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
        const shown = await reverify('second_factor').then(
          () => true,
          (why: unknown) => {
            if (why instanceof ReverificationCancelled) return false
            throw why
          },
        )
        // Who would rather not say who they are knows that nothing was done.
        if (shown) await work()
      }
    })
  return { ...action, run }
}
