'use client'
import type { Environment } from '@latchkey/js'
import type { ReactNode } from 'react'
import { useLook } from '../appearance/look.tsx'
import { useWords } from '../words/words.ts'

/** The foot of a card: the way to the other form, the application's pages, and whether this is a development instance. */
export function CardFooter({ environment, children }: { readonly environment: Environment; readonly children?: ReactNode }) {
  const { el, options } = useLook()
  const words = useWords()
  const pages = [
    ['help', options.helpPageUrl ?? (environment.supportEmail && `mailto:${environment.supportEmail}`)],
    ['terms', options.termsPageUrl ?? environment.termsUrl],
    ['privacy', options.privacyPageUrl ?? environment.privacyUrl],
  ] as const
  const shown = pages.filter(([, url]) => url != null)
  const development = environment.instanceType === 'development'
  if (children == null && shown.length === 0 && !development) return null
  return (
    <footer {...el('footer')}>
      {children != null && <p {...el('footerAction')}>{children}</p>}
      {(shown.length > 0 || development) && (
        <p {...el('footerPages')}>
          {shown.map(([name, url]) => (
            <a key={name} {...el('footerPagesLink', name)} href={url!}>
              {words.footer[name]}
            </a>
          ))}
          {development && <span {...el('badge', 'development')}>{words.development}</span>}
        </p>
      )}
    </footer>
  )
}
