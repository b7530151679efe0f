/**
 * Waits for statements that were begun without waiting for each other, so that they travel together. When several fail, it is the first
 * of them in the order given that counts: the others may have failed because of it.
 * @throws what the first one that failed throws, once all have ended
 */
export async function together<const Results extends readonly unknown[]>(
  ...begun: { readonly [Index in keyof Results]: Results[Index] | Promise<Results[Index]> }
): Promise<Results> {
  const settled = await Promise.allSettled(begun)
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as Results
}
