import '@latchkey/ui/styles.css'
import './page.css'
import type { ComponentType } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { type AccountProps, HostedPage } from './hosted-page.tsx'
import { readPageData } from './page-data.ts'

const data = readPageData(document)

/** The server has drawn the page: here it comes alive as it stands. */
function takeOver(Account: ComponentType<AccountProps> | null): void {
  // Browsers show a nonce to scripts, and to nothing else.
  const nonce = document.querySelector<HTMLStyleElement>('style[nonce]')?.nonce ?? ''
  const main = document.querySelector('main')!
  hydrateRoot(main, <HostedPage data={data} nonce={nonce} Account={Account} />)
  main.inert = false
}

if (data.page === 'user') void import('./user-page.tsx').then(({ default: Account }) => takeOver(Account))
else takeOver(null)
