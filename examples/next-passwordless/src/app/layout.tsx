import { LatchkeyProvider } from '@latchkey/nextjs'
import { dark } from '@latchkey/themes'
import type { Metadata } from 'next'
import { Header } from './components/Header'
import './globals.css'

export const metadata: Metadata = {
  title: 'My app',
  description: 'Sign up, sign in and sign out without a password.',
}

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <LatchkeyProvider appearance={{ baseTheme: dark }}>
        <body>
          <Header />
          <main>{children}</main>
        </body>
      </LatchkeyProvider>
    </html>
  )
}
