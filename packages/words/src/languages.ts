import { en } from './en/index.ts'
import type { Language } from './language.ts'

/** All there are. Another one is a folder beside `en/` and a line here. */
export const LANGUAGES = { en } satisfies Readonly<Record<string, Language>>
