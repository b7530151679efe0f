import { environmentFromJSON, type Environment } from '@latchkey/js'
import type { CardPage } from '@latchkey/protocol'

/** What a page is drawn from, at the server and once more in the browser: the same, so that what stands there can be taken over. */
export type PageData = Omit<CardPage, 'environment'> & { readonly environment: Environment }

/** The same, of what the server knows. */
export function pageDataOf({ environment, ...page }: CardPage): PageData {
  return { ...page, environment: environmentFromJSON(environment) }
}

/** The element that holds it, as the page's own text: it is data, so that a policy about scripts does not ask who wrote it. */
export const DATA_ID = 'latchkey-page'

/** As it stands in that element: no text can end it. */
export function writePageData(data: PageData): string {
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`)
}

/** Reads it. @throws Error when the document says nothing, and so is none of our pages */
export function readPageData(page: Pick<Document, 'getElementById'>): PageData {
  const text = page.getElementById(DATA_ID)?.textContent
  if (!text) throw new Error('This page does not say what it is.')
  return JSON.parse(text) as PageData
}

/**
 * Where somebody goes who is signed in. An application at this origin is gone to directly; to another one the server sends them
 * itself, since it knows what that one's SDK has to be told.
 * @returns a path at this origin
 */
export function onwardsUrl({ page, baseUrl, continueUrl, origin }: Pick<PageData, 'page' | 'baseUrl' | 'continueUrl' | 'origin'>): string {
  if (continueUrl === null) return `${baseUrl}/user`
  const target = new URL(continueUrl)
  if (target.origin === origin) return target.pathname + target.search + target.hash
  const mode = page === 'sign-up' ? 'sign-up' : 'sign-in'
  return `${baseUrl}/${mode}/continue?${new URLSearchParams({ redirect_url: continueUrl })}`
}
