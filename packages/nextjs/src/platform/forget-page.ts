/**
 * The page is about somebody who has just left. A browser may keep it as it is for its back button: it comes back empty then, and is
 * loaded anew.
 */
export function forgetPage(): void {
  addEventListener('pagehide', () => (document.body.style.visibility = 'hidden'))
  addEventListener('pageshow', () => location.reload())
}
