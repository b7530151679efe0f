/**
 * Works through things in their order, so many at a time: the next one begins as soon as any is done.
 * @throws what `work` throws, at once
 */
export async function inLanes<Thing>(things: readonly Thing[], lanes: number, work: (thing: Thing) => Promise<void>): Promise<void> {
  const left = [...things]
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
