import { BadCommandLine } from './command-line.ts'

/** Milliseconds of a duration that was typed, such as `24h`. @throws BadCommandLine */
export async function readDuration(option: string, text: string): Promise<number> {
  const { durationOf } = await import('@latchkey/server/operator')
  const ms = text === '0' ? 0 : durationOf(text)
  if (ms === null) throw new BadCommandLine(`"${text}" is not a valid value for ${option}. Write a number with m, h or d, such as 24h.`)
  return ms
}
