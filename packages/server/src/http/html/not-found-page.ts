import { errorPage } from './error-page.ts'

/** The page at an address where nothing is. */
export function notFoundPage(): string {
  return errorPage({
    title: 'Nothing is here',
    sentence: 'This address leads to no page of this server.',
    remedy: 'Check it for a typing error, or go back to where you came from.',
  })
}
