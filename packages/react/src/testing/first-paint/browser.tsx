import { createLatchkey } from '@latchkey/js'
import { hydrateRoot } from 'react-dom/client'
import { FirstPaintPage } from './page.tsx'

const nonce = document.querySelector<HTMLScriptElement>('script[data-latchkey-hint]')?.nonce
const went: string[] = []
const latchkey = createLatchkey({
  publishableKey: 'pk_test_x',
  baseUrl: '/__latchkey',
  hintCookie: 'hint',
  navigator: { navigate: (to) => void went.push(to), refresh() {} },
})
Object.assign(globalThis, { latchkey, went })
hydrateRoot(document, <FirstPaintPage latchkey={latchkey} nonce={nonce || undefined} />)
