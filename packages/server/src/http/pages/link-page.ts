import type { LinkOutcome } from '../../actions/link/open-link.ts'
import type { Instance } from '../../domain/instance.ts'

/** The page behind a mail's link, for whoever is not sent on to the app. */
export function linkPage(_instance: Instance, opened: LinkOutcome): string {
  return `<!doctype html><title>Sign in</title><p>${opened.type === 'elsewhere' ? opened.code : opened.type === 'problem' ? opened.problem : opened.status}`
}
