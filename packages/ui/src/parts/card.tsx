'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import { Root } from '../appearance/root.tsx'
import { useLook } from '../appearance/look.tsx'
import type { Flow } from '../flow/use-flow.ts'
import { CardFooter } from './card-footer.tsx'
import { Logo } from './logo.tsx'

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
