import type { Problem } from './problem.ts'

/** A page that says what is wrong with the app; `null` says only that something is. */
export function problemPage(problem: Problem | null): string {
  const title = problem === null ? 'This page is not available' : 'Latchkey is not set up'
  const lines = problem === null ? ['This app isn’t fully set up.', 'The reason is in the app’s log.'] : [problem.what, problem.remedy]
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
  :root { color-scheme: light dark }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 20vh auto 0; padding: 0 1.5rem }
  h1 { font-size: 1.25rem }
</style>
<h1>${title}</h1>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
</html>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
