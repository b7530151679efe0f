/** A file of one of Clerk's browser packages, as a URL asks for it. */
export interface ScriptRequest {
  readonly name: '@clerk/clerk-js' | '@clerk/ui'
  /** A version, the beginning of one (`6`, `6.40`), or a tag. */
  readonly version: string
  /** Path inside the package, below `dist/`. */
  readonly file: string
}

/** Reads the part of a URL after `/npm/`; `null` for anything but a plain path to a file in `dist/`. */
export function parseScriptRequest(path: string): ScriptRequest | null {
  const match = /^(@clerk\/(?:clerk-js|ui))@(\w[\w.-]{0,63})\/(dist(?:\/[\w-][\w.-]*)+)$/.exec(path)
  return match === null ? null : { name: match[1] as ScriptRequest['name'], version: match[2]!, file: match[3]! }
}
