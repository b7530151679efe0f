/**
 * Counts the turns of 50 ms that this process gets while something is under way: a bound to how long it takes that a machine which is
 * busy with other processes does not break, since it is late with the turns as well.
 */
export async function turns(work: Promise<unknown>): Promise<number> {
  let count = 0
  const timer = setInterval(() => count++, 50)
  await work.finally(() => clearInterval(timer))
  return count
}
