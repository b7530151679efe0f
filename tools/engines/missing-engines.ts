import type { Engines } from './find-engines.ts'

/** An engine that is not on this machine, and what Debian calls the packages that bring it. */
export interface MissingEngine {
  readonly name: string
  readonly packages: readonly string[]
}

/** Which engines are not there. */
export function missingEngines({ firefox, webkit }: Engines): readonly MissingEngine[] {
  return [
    ...(firefox === null ? [{ name: 'Firefox', packages: ['firefox-esr'] }] : []),
    ...(webkit === null ? [{ name: 'WebKit', packages: ['webkit2gtk-driver', 'xvfb'] }] : []),
  ]
}
