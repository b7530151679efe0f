import { ClerkProvider } from '@clerk/nextjs'
import { dark } from '@clerk/themes'
import type { ReactNode } from 'react'
import { Header } from './components/Header'

export const metadata = { title: 'Latchkey, asked by the Clerk SDK of 2023' }

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <ClerkProvider appearance={{ baseTheme: dark }}>
        <body style={{ fontFamily: 'system-ui', margin: '1rem', background: '#111', color: '#eee' }}>
          <Header />
          {children}
        </body>
      </ClerkProvider>
    </html>
  )
}
