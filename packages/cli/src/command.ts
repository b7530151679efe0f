/** What a command may use of the process it runs in. */
export interface Terminal {
  readonly environment: { readonly [name: string]: string | undefined }
  print(text: string): void
  /** Resolves when the person or the system asks the process to stop. */
  readonly stopped: Promise<void>
}

/** One word of the command line. */
export interface Command {
  readonly name: string
  readonly summary: string
  readonly help: string
  /** @throws UsageError for what the person can put right */
  run(args: readonly string[], terminal: Terminal): Promise<void>
}
