import { AsyncLocalStorage } from 'node:async_hooks'
import { jsxDEV } from 'react/jsx-dev-runtime'

/*
 * What Next.js gives itself before it loads anything of its own. Its matcher for tests changes the console of the process to need it, and
 * files share one: without it the next file that says something would fail, whichever that is.
 */
Object.assign(globalThis, { AsyncLocalStorage })

/*
 * React chooses between its two builds when it is loaded, by the environment of that moment. Files share a process, so one that tries what
 * a page in production does would have the production build loaded for all that come after it, which cannot draw what they are compiled to.
 */
if (typeof jsxDEV !== 'function') throw new Error('React was loaded as in production. Run the tests without NODE_ENV=production.')
