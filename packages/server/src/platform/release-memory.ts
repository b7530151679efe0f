import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** How a process has been since it was last looked at. */
export interface Usage {
  /** Share of one core. */
  readonly busy: number
  /** Bytes that the heap takes up, with garbage and free room. */
  readonly heap: number
}

const quiet = 0.02
/** What a server takes up that has just been started is half of it. */
const worthIt = 40 * 1024 * 1024

/**
 * Gives memory back once a busy time is over. V8 keeps what it grew by under load for as long as nobody asks it for anything, and then
 * a server that was busy once would weigh twice as much all night. It is asked once for each time it was busy, when it is quiet.
 * @param usage tells how the process has been since the last time it was asked
 * @returns ends it
 */
export function releaseMemoryWhenQuiet(usage: () => Usage = usageOfProcess(), everyMs = 10_000, collect = collectGarbage): () => void {
  let wasBusy = false
  const look = (): void => {
    const { busy, heap } = usage()
    if (busy >= quiet) wasBusy = true
    else if (wasBusy && heap > worthIt) {
      wasBusy = false
      collect()
    }
  }
  const timer = setInterval(look, everyMs).unref()
  return () => clearInterval(timer)
}

function usageOfProcess(): () => Usage {
  let at = performance.now()
  let cpu = process.cpuUsage()
  return () => {
    const now = performance.now()
    const { user, system } = process.cpuUsage(cpu)
    const busy = (user + system) / 1000 / Math.max(1, now - at)
    at = now
    cpu = process.cpuUsage()
    return { busy, heap: process.memoryUsage().heapTotal }
  }
}

let collect: (() => void) | null = null

/** Collects all garbage now, which stops the process for some twenty milliseconds. Node has no better way to ask for it while it runs. */
export function collectGarbage(): void {
  if (collect === null) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
    setFlagsFromString('--no-expose-gc')
  }
  collect()
}
