import { renderToString } from 'react-dom/server'
import { Page, storeOf } from './page.tsx'
import { stories } from './stories.ts'

/** The names of all stories, where each is seen, what it ends in, and whether something is done in it. */
export const list = Object.entries(stories).map(([name, { at = '', ends, play }]) => ({ name, at, ends, plays: play !== undefined }))

/** How a page is to be besides. */
export interface Wishes {
  readonly reset: boolean
  readonly marked: boolean
}

/** The whole page of a story, as a server would send it. @param css the style sheet, before or behind which `reset` stands */
export function render(name: string, theme: string, { css, reset, marked }: { readonly css: string } & Wishes): string {
  const story = stories[name]!
  const bare = reset
    ? '<style>*{margin:0;padding:0;box-sizing:border-box}button,input{font:inherit;color:inherit;background:none;border:0}</style>'
    : ''
  const html = renderToString(<Page story={story} latchkey={storeOf(story)} theme={theme} marked={marked} />)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width,initial-scale=1">${bare}<style>${css}</style>
<style>@layer base{html{overflow-y:scroll}}
body{margin:0;min-height:100vh;background:#f5f5f7;color:#1b1c21;font-family:Inter,system-ui,-apple-system,'Segoe UI',sans-serif}
body[data-theme=dark]{background:#0e0f12;color:#f2f2f4}body[data-theme=paper]{background:#efe7d8}
body[data-theme=midnight]{background:#0a0f22;color:#eef1ff}
main{display:grid;align-content:start;padding:64px 16px;box-sizing:border-box}</style></head>
<body data-story="${name}" data-theme="${theme}"><main>${html}</main>
<script type="module" src="/client.js"></script></body></html>`
}
