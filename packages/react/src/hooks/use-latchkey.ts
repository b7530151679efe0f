'use client'
import type { Latchkey } from '@latchkey/js'
import { useLatchkeyContext } from './use-latchkey-context.ts'

/** The store of the page. @throws Error outside of a provider */
export const useLatchkey = (): Latchkey => useLatchkeyContext().latchkey
