// Next.js puts the values in where it bundles. Elsewhere there are none.

/** Addresses may begin with a language (`i18n` of `next.config`). */
export const hasLanguages: boolean = Boolean(process.env.__NEXT_I18N_SUPPORT)

/** Addresses end in a slash (`trailingSlash`), and Next.js itself sends people to those that do. */
export const endsInSlash: boolean = Boolean(process.env.__NEXT_TRAILING_SLASH) && !process.env.__NEXT_MANUAL_TRAILING_SLASH

/** The version of Next.js that serves the app, as the process is titled; `null` where there is no such process, as on the edge. */
export function nextVersion(): string | null {
  const title = (globalThis as { process?: { title?: string } }).process?.title ?? ''
  return /^next-server \(v(\d+\.\d+\.\d+)/.exec(title)?.[1] ?? null
}
