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
