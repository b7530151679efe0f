import { type Markup, markup, webUrl } from './markup.ts'

/** A script that makes more of a page than it is without. The page works without it, and until it has come. */
export interface PageScript {
  /** Path of the module. */
  readonly src: string
  /** Paths of its style sheets. */
  readonly styles: readonly string[]
  /** What it is told, by `data-` attributes of the body. Absent ones are left out. */
  readonly data: {
    readonly page: 'sign-in' | 'sign-up' | 'user'
    readonly publishableKey: string
    /** Path, on the page's own origin, below which the Frontend API answers. */
    readonly baseUrl: string
    /** Where to go on to, a whole URL that has been checked; `null` for nowhere. */
    readonly continueUrl: string | null
    /** The color of buttons, on light and on dark pages, as CSS; `null` for the usual one. */
    readonly primary?: string | null
  }
}

/** What the head of a page has for its script. */
export function scriptTags({ src, styles }: PageScript): Markup {
  return markup`${styles.map(
    (href) => markup`<link rel="stylesheet" href="${webUrl(href)}">
`,
  )}<script type="module" src="${webUrl(src)}"></script>
`
}

/** What the body of a page says to its script. */
export function scriptData({ data }: PageScript): Markup {
  const { page, publishableKey, baseUrl, continueUrl, primary = null } = data
  const color = primary === null ? null : markup` data-primary="${primary}"`
  const goOn = continueUrl === null ? null : markup` data-continue-url="${continueUrl}"`
  return markup` data-page="${page}" data-publishable-key="${publishableKey}" data-base-url="${baseUrl}"${goOn}${color}`
}
