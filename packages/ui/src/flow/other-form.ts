/**
 * The link from one form to the other. It keeps where to go on to, and carries the address behind the `#`, where no server's
 * log sees it.
 */
export function otherForm(url: string, carry: { readonly redirectUrl: string | null; readonly emailAddress: string }): string {
  const [before = '', fragment] = url.split('#')
  const [path = '', search = ''] = before.split('?')
  const query = new URLSearchParams(search)
  if (carry.redirectUrl !== null) query.set('redirect_url', carry.redirectUrl)
  const whole = query.size > 0 ? `${path}?${query}` : path
  if (carry.emailAddress === '') return fragment === undefined ? whole : `${whole}#${fragment}`
  return `${whole}#/?${new URLSearchParams({ email_address: carry.emailAddress })}`
}
