/** The version of Next.js that serves the app, as the process is titled; `null` where there is no such process, as on the edge. */
export function nextVersion(): string | null {
  const title = (globalThis as { process?: { title?: string } }).process?.title ?? ''
  return /^next-server \(v(\d+\.\d+\.\d+)/.exec(title)?.[1] ?? null
}
