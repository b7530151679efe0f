import { createTwoFilesPatch } from 'diff'
import type { Change } from './change.ts'

/** A change as `git diff` shows it. Of a file with secrets only the lines that change are shown, and of a secret its kind: what is printed ends up in logs. */
export function showChange({ path, before, after, secret }: Change): string {
  const shown = (text: string) => (secret ? text.replaceAll(/(?<=(?:SECRET|KEY|TOKEN|PASSWORD)\w*=)(?!pk_)(\S{0,8})\S*/g, '$1…') : text)
  const patch = createTwoFilesPatch(
    before === null ? '/dev/null' : `a/${path}`,
    `b/${path}`,
    shown(before ?? ''),
    shown(after),
    undefined,
    undefined,
    { context: secret ? 0 : 3 },
  )
  return patch.replace(/^=+\n/, '').trimEnd()
}
