'use client'
/* oxlint-disable node/no-process-env -- written out here, a production build leaves out what is for development only */
import { createLatchkey } from '@latchkey/js'
import { HintScript, LatchkeyProvider as StoreProvider, type Urls } from '@latchkey/react'
import { type Appearance, AppearanceProvider, ModalProvider } from '@latchkey/ui'
import { useServerInsertedHTML } from '#navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { problem as describe, readProblem } from '../problems/problem.ts'
import { basePath } from '../platform/base-path.ts'
import { ENVIRONMENT_PATH, PREFIX } from '../settings/prefix.ts'
import { ProblemCard } from './problem-card.tsx'
import { useNavigator } from './use-navigator.ts'
import { watchfulFetch } from './watchful-fetch.ts'

/** What the server's half of the provider hands over. */
export interface ClientProviderProps {
  readonly publishableKey: string
  readonly hintCookie: string
  /** Paths of the app, without its base path, or URLs. */
  readonly urls: Urls
  readonly appearance?: Appearance | undefined
  readonly nonce?: string | undefined
  /** What the server knows to be wrong with the app's set-up, as `writeProblem` writes it; in development only. */
  readonly problem?: string | null | undefined
  readonly children?: ReactNode
}

/** The provider in the browser, and where its HTML is made. */
export function ClientProvider({
  publishableKey,
  hintCookie,
  urls,
  appearance,
  nonce,
  problem = null,
  children,
}: ClientProviderProps): ReactNode {
  const [found, setFound] = useState(() => (process.env.NODE_ENV === 'production' ? null : readProblem(problem)))
  const [latchkey] = useState(() => {
    const fetch = process.env.NODE_ENV === 'production' ? undefined : watchfulFetch(setFound)
    return createLatchkey({
      publishableKey,
      hintCookie,
      baseUrl: basePath + (urls.plainBaseUrl ?? ''),
      ...(fetch !== undefined && { fetch }),
    })
  })
  useNavigator(latchkey)
  useEffect(() => {
    // What the middleware takes never gets as far as a page of the app.
    if (process.env.NODE_ENV !== 'production' && location.pathname.startsWith(`${basePath}${PREFIX}/`))
      setFound((known) => known ?? describe('proxy_missing'))
    // A page that asks nobody for anything would say nothing either.
    if (process.env.NODE_ENV !== 'production') void watchfulFetch(setFound)(`${basePath}${PREFIX}${ENVIRONMENT_PATH}`).catch(() => null)
  }, [])
  useHint(hintCookie, nonce)
  return (
    <StoreProvider latchkey={latchkey} urls={below(urls)}>
      <AppearanceProvider appearance={appearance} nonce={nonce}>
        <ModalProvider>{children}</ModalProvider>
      </AppearanceProvider>
      {process.env.NODE_ENV !== 'production' && found !== null && <ProblemCard problem={found} />}
    </StoreProvider>
  )
}

/**
 * Puts the hint's script into the head of the HTML. It is no part of the tree: so it comes before the first frame wherever in the
 * layout the provider stands, outside of `<html>` too, and hydration does not look for it.
 */
function useHint(cookieName: string, nonce: string | undefined): void {
  const inserted = useRef(false)
  useServerInsertedHTML(() => {
    if (inserted.current) return null
    inserted.current = true
    return <HintScript cookieName={cookieName} nonce={nonce} />
  })
}

function below(urls: Urls): Urls {
  const at = (url: string | null) => (url !== null && /^\/(?!\/)/.test(url) ? basePath + url : url)
  return Object.fromEntries(Object.entries(urls).map(([name, url]) => [name, at(url)])) as unknown as Urls
}
