'use client'
import { type ComponentProps, useId } from 'react'
import { useNonce } from './appearance-provider.tsx'
import { useLook } from './look.tsx'
import { styleSheet } from './style-sheet.ts'

/** The outermost element of a component, which carries its colours and measures. @param as `span` where a paragraph may be around it */
export function Root({ as: Tag = 'div', className = '', style, children, ...rest }: ComponentProps<'div'> & { readonly as?: 'div' | 'span' }) {
  const { el, options, resolved } = useLook()
  const nonce = useNonce()
  const id = useId()
  const box = el('rootBox')
  const inSheet = nonce !== undefined && Object.keys(resolved.properties).length > 0
  const styles = { ...(!inSheet && resolved.properties), ...box.style, ...style }
  return (
    <Tag
      {...rest}
      className={`lk-root ${box.className} ${className}`.trim()}
      style={Object.keys(styles).length > 0 ? styles : undefined}
      data-look={inSheet ? id : undefined}
      data-animations={options.animations === false ? 'off' : undefined}
    >
      {/* Browsers hide the nonce from scripts, so that hydration finds none. */}
      {inSheet && <style nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: styleSheet(id, resolved.properties) }} />}
      {children}
    </Tag>
  )
}
