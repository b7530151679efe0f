import type { Navigator } from '../latchkey.ts'

/** Goes to other pages without a framework: by loading them. There is nothing to render anew, since the store is all there is. */
export const pageNavigator: Navigator = {
  navigate(to, options) {
    if (options?.replace) location.replace(to)
    else location.assign(to)
  },
  refresh() {},
}
