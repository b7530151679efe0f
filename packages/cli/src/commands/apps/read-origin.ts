import { BadCommandLine } from '../../command-line.ts'

/** The origin in what was typed. @throws BadCommandLine for what is none, or stands for many */
export function readOrigin(text: string): string {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new BadCommandLine(`"${text}" is not an origin. Write one such as https://app.example.com.`)
  // No browser ever sends it, so it would be stored and match nobody.
  if (url.hostname.includes('*'))
    throw new BadCommandLine(
      `"${text}" has a * in it, and an origin is one exact address. Allow each address by itself, such as https://app.example.com.`,
    )
  return url.origin
}
