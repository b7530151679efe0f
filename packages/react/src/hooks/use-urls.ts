'use client'
import type { Urls } from '../context.ts'
import { useLatchkeyContext } from './use-latchkey-context.ts'

/** Where things are in the app. @throws Error outside of a provider */
export const useUrls = (): Urls => useLatchkeyContext().urls
