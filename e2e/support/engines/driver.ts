/** What a thing on a page is, as a screen reader says it. */
export type Role = 'button' | 'link' | 'menuitem' | 'textbox'

/** A thing on the page that somebody can use. */
export interface Handle {
  /** The page's own code has taken it over: before that, a click would be the browser's alone. */
  listens(): Promise<boolean>
  click(): Promise<void>
  /** Replaces what stands in a field, key by key. */
  type(text: string): Promise<void>
}

/** A running browser, whatever its engine: the little that every one of them can be asked for. */
export interface Driver {
  /** Its engine and version. */
  readonly version: string
  /** Begins anew: one empty tab, no cookie, nothing stored. */
  forget(): Promise<void>
  open(url: string): Promise<void>
  /** Opens an address in another tab, and stays there. */
  openTab(url: string): Promise<void>
  /** Goes back to the first tab. */
  firstTab(): Promise<void>
  back(): Promise<void>
  reload(): Promise<void>
  /** What is shown with this role and this accessible name, `null` while nothing is. */
  find(role: Role, name: string): Promise<Handle | null>
  /** What an expression, or the promise it makes, comes to on the page. */
  evaluate<Value>(expression: string): Promise<Value>
  screenshot(path: string): Promise<void>
  close(): Promise<void>
}
