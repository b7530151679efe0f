import type { CardPage } from '@latchkey/protocol'
import { renderToString } from 'react-dom/server'
import { HostedPage } from './hosted-page.tsx'
import { DATA_ID, pageDataOf, writePageData } from './page-data.ts'
import UserPage from './user-page.tsx'

/**
 * Draws a page at the server: what stands in its body, and beside it what the browser draws it from once more. Buttons that only scripts
 * work take no press before those have come: it would be lost.
 * @param nonce of the page's policy for styles
 */
export function renderPage(page: CardPage, nonce: string): string {
  const data = pageDataOf(page)
  const drawn = renderToString(<HostedPage data={data} nonce={nonce} Account={page.page === 'user' ? UserPage : null} />)
  return `<main${page.worksAlone ? '' : ' inert'}>${drawn}</main>
<script type="application/json" id="${DATA_ID}">${writePageData(data)}</script>`
}
