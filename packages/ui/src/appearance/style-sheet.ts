import type { CSSProperties } from 'react'

/**
 * The rule that gives the element with `data-look` its properties, for a page whose policy takes no style attributes. A value
 * that would end its declaration or the sheet itself is left out, as a browser does with one in an attribute.
 */
export function styleSheet(id: string, properties: CSSProperties): string {
  const lines = Object.entries(properties as Readonly<Record<string, string | number>>).flatMap(([name, value]) =>
    /[{};<]/.test(`${value}`) ? [] : [`${name === 'colorScheme' ? 'color-scheme' : name}:${value}`],
  )
  return `[data-look="${id}"]{${lines.join(';')}}`
}
