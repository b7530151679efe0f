/** What a command may use of the process it runs in. */
export interface Terminal {
  readonly environment: { readonly [name: string]: string | undefined }
  /** The folder the command was called in. */
  readonly cwd: string
  /** How the command is called from any folder of this machine. */
  readonly command: string
  /** The folder of Latchkey that the command is run from; `null` where it was installed as a package. */
  readonly checkout: string | null
  /** Writes a line to standard output. */
  print(text: string): void
  /** Writes a line to standard error. */
  complain(text: string): void
  /** Asks a question and resolves to the answer; `null` when nobody is there to answer it. */
  readonly ask: ((question: string) => Promise<string>) | null
  /** Resolves when the person or the system asks the process to stop. */
  readonly stopped: Promise<void>
}
