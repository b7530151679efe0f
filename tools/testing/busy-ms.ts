/**
 * How long this thread works on something that does not wait, in milliseconds of the processor. Unlike the time that passes, it stays
 * the same when other processes want the processor too, so a test may set a bound to it.
 */
export function busyMs(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
