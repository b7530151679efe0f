import { createTwoFilesPatch } from 'diff'

/** A file as it is and as it is to be. */
export interface Change {
  /** From the app's folder. */
  readonly path: string
  /** `null` when there is no such file. */
  readonly before: string | null
  readonly after: string
  /** Holds secrets, so that only its owner may read it. */
  readonly secret?: boolean
}

/** What is to be done to an app: changes to files, or a step that only its author can take. */
export type Step = { readonly change: Change } | { readonly byHand: string }

/**
 * A change as `git diff` shows it. Of a file with secrets only the lines that change are shown, and of a secret its kind: what is
 * printed ends up in logs.
 */
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
