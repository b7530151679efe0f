import { errorPage } from './error-page.ts'

/** The page at an address where nothing is. */
export function notFoundPage(): string {
  return errorPage({
    title: 'Page not found',
    sentence: 'There is no page at this address.',
    remedy: 'Check it for a typing error, or go back to where you came from.',
  })
}
