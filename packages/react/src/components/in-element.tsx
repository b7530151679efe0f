import type { ReactNode } from 'react'

/**
 * What may go again, in an element of its own where it is text. Browsers that translate a page take its texts off it, and React
 * could not remove one that is no longer there.
 */
export function inElement(node: ReactNode): ReactNode {
  return isText(node) ? <span>{node}</span> : node
}

const isText = (node: ReactNode): boolean =>
  typeof node === 'string' || typeof node === 'number' || (Array.isArray(node) && node.some(isText))
