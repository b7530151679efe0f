import type { Theme, ThemeVariables } from '@latchkey/themes'
import type { CSSProperties } from 'react'
import type { Appearance, Look, LookOptions, Styled } from './types.ts'

/** Looks laid over each other, as a component draws them. */
export interface Resolved {
  /** Custom properties for the root, the themes' and the variables'. */
  readonly properties: CSSProperties
  readonly elements: Readonly<Record<string, readonly (string | CSSProperties)[]>>
  readonly options: LookOptions
}

/** The look of one component: what the provider says, what it says of this component, what the component itself says. */
export function resolveLook(appearance: Appearance, component: Styled, own: Look | undefined): Resolved {
  const looks = [appearance, appearance[component], own].filter((look) => look !== undefined)
  const themes = looks.flatMap(themesOf)
  const elements: Record<string, (string | CSSProperties)[]> = Object.create(null)
  for (const source of [...themes, ...looks]) {
    for (const [key, value] of Object.entries(source.elements ?? {})) (elements[key] ??= []).push(value)
  }
  const scheme = themes.at(-1)?.colorScheme
  // The foreground of a theme was chosen for its own color: one that somebody else chose has one derived from it.
  const colors = Object.assign({}, ...themes.map(({ variables }) => properties('--lk-theme-', variables)))
  if (looks.some(({ variables }) => variables?.colorPrimary)) delete colors['--lk-theme-color-primary-foreground']
  return {
    properties: {
      ...colors,
      ...(scheme !== undefined && { colorScheme: scheme }),
      ...Object.assign({}, ...looks.map(({ variables }) => properties('--latchkey-', variables ?? {}))),
    },
    elements,
    options: Object.assign({}, ...looks.map(({ layout, options }) => ({ ...layout, ...options }))),
  }
}

function themesOf({ theme, baseTheme }: Look): readonly Theme[] {
  return [baseTheme ?? [], theme ?? []].flat()
}

function properties(prefix: string, variables: ThemeVariables): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [prefix + name.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`), value]),
  )
}

/** The attributes of an element that can be styled from outside. */
export interface ElementProps {
  readonly className: string
  readonly style?: CSSProperties
}

/** Names an element. @param id tells it from its like: `formFieldInput` of `emailAddress` is also `formFieldInput__emailAddress` */
export type NameElement = (key: string, id?: string) => ElementProps

/** Gives every element its public class names, `lk-<key>`, and what a look says about it. */
export function namer({ elements }: Pick<Resolved, 'elements'>): NameElement {
  return (key, id) => {
    const keys = id === undefined ? [key] : [key, `${key}__${id}`]
    const extras = keys.flatMap((name) => elements[name] ?? [])
    const classes = [...keys.map((name) => `lk-${name}`), ...extras.filter((extra) => typeof extra === 'string')]
    const styles = extras.filter((extra) => typeof extra !== 'string')
    return { className: classes.join(' '), ...(styles.length > 0 && { style: Object.assign({}, ...styles) }) }
  }
}
