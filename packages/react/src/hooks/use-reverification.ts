'use client'
import { useContext } from 'react'
import { type ReverificationOptions, ReverifyContext } from '../context.ts'

/**
 * A function that asks who is there when it must, and then does what it is for. It is asked by a server action or a handler that answers
 * `reverificationError()`, or by Latchkey itself, which refuses a change of how one signs in.
 * @param work what is to be done: called once more after the question was answered
 * @returns does it, and throws what it throws; an Error with the code `reverification_cancelled` when whoever was asked closed the question
 * @throws Error outside of a provider that can ask
 */
export function useReverification<Given extends readonly unknown[], Result>(
  work: (...given: Given) => Promise<Result>,
  options?: ReverificationOptions,
): (...given: Given) => Promise<Exclude<Result, { readonly clerk_error: unknown }>> {
  const reverify = useContext(ReverifyContext)
  if (reverify === null) throw new Error('useReverification() needs a <LatchkeyProvider>.')
  return (...given) => reverify(() => work(...given), options) as never
}
