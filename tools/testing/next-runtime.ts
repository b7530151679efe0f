import { AsyncLocalStorage } from 'node:async_hooks'

/*
 * What Next.js gives itself before it loads anything of its own. Its matcher for tests changes the console of the process to need it, and
 * files share one: without it the next file that says something would fail, whichever that is.
 */
Object.assign(globalThis, { AsyncLocalStorage })
