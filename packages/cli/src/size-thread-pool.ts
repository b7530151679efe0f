import { availableParallelism } from 'node:os'

/**
 * Gives this process as many threads for signatures and hashes as there are cores, two at least, unless somebody has said how many:
 * with more, they and the event loop wait for each other; with the usual four, a bigger machine's cores are not used. Has to come
 * before the first of them is needed, for then they are made.
 * @param environment the process's own
 * @see https://docs.libuv.org/en/v1.x/threadpool.html
 */
export function sizeThreadPool(environment: NodeJS.ProcessEnv): void {
  environment.UV_THREADPOOL_SIZE ??= String(Math.max(2, availableParallelism()))
}
