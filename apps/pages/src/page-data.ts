/** Which page this is, and where it stands, as the server wrote it on the body. */
export interface PageData {
  readonly page: 'sign-in' | 'sign-up' | 'user'
  readonly publishableKey: string
  /** The path of the instance's Frontend API, without a slash at its end. */
  readonly baseUrl: string
  /** Where to go on to, an absolute URL that the server allows; `null` when nothing says. */
  readonly continueUrl: string | null
  /** The color of buttons, as CSS; `null` for the theme's. */
  readonly primary: string | null
}

/** Reads it. @throws Error when the body says nothing, and so is none of our pages */
export function readPageData({ page, publishableKey, baseUrl, continueUrl, primary }: DOMStringMap): PageData {
  if ((page !== 'sign-in' && page !== 'sign-up' && page !== 'user') || publishableKey === undefined || baseUrl === undefined) {
    throw new Error('This page does not say what it is.')
  }
  return { page, publishableKey, baseUrl, continueUrl: continueUrl ?? null, primary: primary ?? null }
}

/**
 * Where somebody goes who is signed in. An application at this origin is gone to directly; to another one the server sends them
 * itself, since it knows what that one's SDK has to be told.
 * @returns a path or URL at this origin
 */
export function onwardsUrl({ page, baseUrl, continueUrl }: PageData, origin: string): string {
  if (continueUrl === null) return `${baseUrl}/user`
  if (new URL(continueUrl).origin === origin) return continueUrl
  const mode = page === 'sign-up' ? 'sign-up' : 'sign-in'
  return `${baseUrl}/${mode}/continue?${new URLSearchParams({ redirect_url: continueUrl })}`
}

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
