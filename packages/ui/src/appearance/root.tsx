'use client'
import type { Environment } from '@latchkey/js'
import { useSnapshot } from '@latchkey/react'
import { type ComponentProps, type CSSProperties, useId } from 'react'
import { useNonce } from './appearance-provider.tsx'
import { useLook } from './look.tsx'

/** What the outermost element takes besides what every element does. */
type RootProps = ComponentProps<'div'> & { readonly as?: 'div' | 'span'; readonly environment?: Environment }

/** The outermost element of a component, which carries its colours and measures. @param as `span` where a paragraph may be around it */
export function Root({ as: Tag = 'div', className = '', environment, style, children, ...rest }: RootProps) {
  const { el, options, resolved } = useLook()
  const known = useSnapshot().environment
  const properties = branded(resolved.properties, environment ?? known)
  const nonce = useNonce()
  const id = useId()
  const box = el('rootBox')
  const inSheet = nonce !== undefined && Object.keys(properties).length > 0
  return (
    <Tag
      {...rest}
      className={`lk-root ${box.className} ${className}`.trim()}
      style={{ ...(!inSheet && properties), ...box.style, ...style }}
      data-look={inSheet ? id : undefined}
      data-animations={options.animations === false ? 'off' : undefined}
    >
      {/* Browsers hide the nonce from scripts, so that hydration finds none. */}
      {inSheet && <style nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: styleSheet(id, properties) }} />}
      {children}
    </Tag>
  )
}

/** With the instance's color below whatever the app chose, for the scheme that the app's theme has. */
function branded(properties: CSSProperties, environment: Environment | null): CSSProperties {
  const colors = environment?.primaryColors
  if (!colors) return properties
  const { light, dark } = colors
  const { colorScheme: scheme } = properties
  return {
    ...properties,
    '--lk-brand': scheme === 'dark' ? dark : scheme === 'light dark' ? `light-dark(${light}, ${dark})` : light,
  } as CSSProperties
}

/**
 * The rule that gives the element with `data-look` its properties, for a page whose policy takes no style attributes. A value
 * that would end its declaration or the sheet itself is left out, as a browser does with one in an attribute.
 */
function styleSheet(id: string, properties: CSSProperties): string {
  const lines = Object.entries(properties as Readonly<Record<string, string | number>>).flatMap(([name, value]) =>
    /[{};<]/.test(`${value}`) ? [] : [`${name === 'colorScheme' ? 'color-scheme' : name}:${value}`],
  )
  return `[data-look="${id}"]{${lines.join(';')}}`
}
