import type { Change } from './change.ts'
import { nodesOf, isElement } from './jsx.ts'

const NAMES = ['SignedIn', 'SignedOut', 'SignInButton', 'UserButton']

/** A header with the buttons to sign in and out, first in the body of a layout that has the provider; unchanged where there is one. */
export function withHeader(change: Change): Change {
  const { after } = change
  const nodes = nodesOf(after) ?? []
  const body = nodes.find((node) => isElement(node, 'body'))
  if (body === undefined || nodes.some((node) => isElement(node, 'UserButton'))) return change
  const opening = body.openingElement as { readonly end: number }
  const indentation = `${/^\s*/.exec(after.slice(after.lastIndexOf('\n', body.start - 1) + 1))![0]}  `
  const header = [
    `<header style={{ display: 'flex', justifyContent: 'flex-end', padding: '1rem' }}>`,
    '  <SignedOut>',
    '    <SignInButton />',
    '  </SignedOut>',
    '  <SignedIn>',
    '    <UserButton showName />',
    '  </SignedIn>',
    '</header>',
  ].map((line) => `\n${indentation}${line}`)
  const closing = (body.closingElement as { readonly start: number } | null)?.start
  if (closing === undefined) return change
  const inside = after.slice(opening.end, closing)
  // What stood on the line of its tags gets a line of its own.
  const children = inside.includes('\n') ? inside : `\n${indentation}${inside}\n${indentation.slice(0, -2)}`
  const text = after.slice(0, opening.end) + header.join('') + children + after.slice(closing)
  return { ...change, after: text.replace('import { LatchkeyProvider }', `import { LatchkeyProvider, ${NAMES.join(', ')} }`) }
}
