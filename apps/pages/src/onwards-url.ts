import type { PageData } from './page-data.ts'

/**
 * Where somebody goes who is signed in. An application at this origin is gone to directly; to another one the server sends her
 * itself, since it knows what that one's SDK has to be told.
 * @returns a path or URL at this origin
 */
export function onwardsUrl({ page, baseUrl, continueUrl }: PageData, origin: string): string {
  if (continueUrl === null) return `${baseUrl}/user`
  if (new URL(continueUrl).origin === origin) return continueUrl
  const mode = page === 'sign-up' ? 'sign-up' : 'sign-in'
  return `${baseUrl}/${mode}/continue?${new URLSearchParams({ redirect_url: continueUrl })}`
}
