import type { CSSProperties } from 'react'

/**
 * The rule that gives the element with `data-look` its properties, for a page whose policy takes no style attributes. A value
 * that would end its declaration or the sheet itself is left out, as a browser does with one in an attribute.
 */
export function styleSheet(id: string, properties: CSSProperties): string {
  const lines = Object.entries(properties as Readonly<Record<string, string | number>>).flatMap(([name, value]) =>
    /[{};<]|\/\*/.test(`${name}${value}`) ? [] : [`${name.startsWith('--') ? name : kebab(name)}:${value}`],
  )
  return `[data-look="${id}"]{${lines.join(';')}}`
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
}
