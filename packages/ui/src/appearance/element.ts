import type { CSSProperties } from 'react'
import type { Resolved } from './resolve.ts'

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
