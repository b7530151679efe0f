'use client'
import type { ComponentProps } from 'react'
import { useLook } from './look.tsx'

/** The outermost element of a component, which carries its colours and measures. */
export function Root({ className = '', style, ...rest }: ComponentProps<'div'>) {
  const { el, options, resolved } = useLook()
  const box = el('rootBox')
  return (
    <div
      {...rest}
      className={`lk-root ${box.className} ${className}`.trim()}
      style={{ ...resolved.properties, ...box.style, ...style }}
      data-animations={options.animations === false ? 'off' : undefined}
    />
  )
}
