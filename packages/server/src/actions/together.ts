import { Duplicate } from '../storage/index.ts'

/**
 * Waits for statements that were begun without waiting for each other, so that they travel together. When several fail, it is the first
 * of them in the order given that counts: the others may have failed because of it. A row that there is already fails every statement
 * after it as itself, so whoever has made a refusal of it is heard first.
 * @throws what the first one that failed throws, once all have ended
 */
export async function together<const Results extends readonly unknown[]>(
  ...begun: { readonly [Index in keyof Results]: Results[Index] | Promise<Results[Index]> }
): Promise<Results> {
  const settled = await Promise.allSettled(begun)
  const failed = settled.filter((one) => one.status === 'rejected')
  if (failed.length > 0) throw (failed.find(({ reason }) => !(reason instanceof Duplicate)) ?? failed[0]!).reason
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as Results
}
