'use client'
import type { Environment } from '@latchkey/js'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLook } from '../appearance/look.tsx'
import { Root } from '../appearance/root.tsx'
import type { Flow } from '../flow/use-flow.ts'
import { useWords } from '../words/words.ts'
import { Key } from './icons.tsx'

/** What a card is made of. */
export interface CardProps {
  readonly flow: Flow
  /** A drawing in place of the logo, for a step that has one. */
  readonly icon?: ReactNode
  readonly title: string
  readonly subtitle?: ReactNode
  readonly children?: ReactNode
  /** A line at the foot, such as the way to the other form. */
  readonly footer?: ReactNode
  /** A field of the card takes the focus by itself, so that the heading does not. */
  readonly focuses?: boolean
}

/** The card around a step. When the step changes under somebody's hands, the heading takes the focus, so that it is read out. */
export function Card({ flow, icon, title, subtitle, children, footer, focuses = false }: CardProps) {
  const { el, options } = useLook()
  const heading = useRef<HTMLHeadingElement>(null)
  const { card } = flow
  useEffect(() => {
    if (!focuses && flow.moved) heading.current?.focus()
    // Once for each card that comes into view.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [card])
  const outside = options.logoPlacement === 'outside'
  return (
    <Root data-flow={flow.mode} environment={flow.environment}>
      {outside && <Logo environment={flow.environment} />}
      <section
        {...el('card', 'main')}
        data-state={card}
        data-elevation={options.elevation}
        aria-busy={flow.state.busy !== null || undefined}
      >
        <div key={card} {...el('main')} data-from={flow.moved ?? undefined}>
          <header {...el('header')}>
            {icon ? (
              <span {...el('headerIcon')}>{icon}</span>
            ) : (
              !outside && options.logoPlacement !== 'none' && <Logo environment={flow.environment} />
            )}
            <h1 {...el('headerTitle')} ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {subtitle && <div {...el('headerSubtitle')}>{subtitle}</div>}
          </header>
          {children}
        </div>
        <CardFooter environment={flow.environment}>{footer}</CardFooter>
      </section>
    </Root>
  )
}

/** The foot of a card: the way to the other form, the application's pages, and whether this is a development instance. */
function CardFooter({ environment, children }: { readonly environment: Environment; readonly children?: ReactNode }) {
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

/** The application's logo; its first letter on a tile where it has none, so that nothing has to be fetched to look like somebody's. */
function Logo({ environment }: { readonly environment: Environment }) {
  const { el, options } = useLook()
  const { applicationName: name, homeUrl } = environment
  const url = options.logoImageUrl ?? environment.logoUrl
  const link = options.logoLinkUrl ?? homeUrl
  const letter = /[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase()
  const drawn =
    url === null ? (
      <span {...el('logoMark')} aria-hidden="true">
        {letter ?? <Key />}
      </span>
    ) : (
      <img {...el('logoImage')} src={url} alt={name} height={32} />
    )
  return (
    <div {...el('logoBox')}>
      {link === null ? (
        drawn
      ) : (
        <a href={link} aria-label={name || link}>
          {drawn}
        </a>
      )}
    </div>
  )
}
