export type { AccountWords, CardWords, Language, Piece, Rich } from './language.ts'
export { LANGUAGES } from './languages.ts'
