/** What a form begins with. */
export interface Typed {
  readonly emailAddress?: string
  readonly firstName?: string
  readonly lastName?: string
}

const names = { email_address: 'emailAddress', first_name: 'firstName', last_name: 'lastName' } as const

/** What somebody quick has typed into the plain form already, so that the one in its place begins with it. */
export function typedValues(page: Pick<ParentNode, 'querySelector'>): Typed {
  const values = Object.entries(names).map(
    ([name, key]) => [key, page.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value] as const,
  )
  return Object.fromEntries(values.filter(([, value]) => value !== undefined && value !== ''))
}
