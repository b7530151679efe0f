import type { ClientJSON } from './resources/client.ts'
import type { EnvironmentJSON } from './resources/environment.ts'

/** What a server knows of a hosted page that it has the components draw, and what draws it there and in the browser goes by. */
export interface CardPage {
  readonly page: 'sign-in' | 'sign-up' | 'user'
  readonly publishableKey: string
  /** The path of the instance's Frontend API, without a slash at its end. */
  readonly baseUrl: string
  /** Where browsers see the page. */
  readonly origin: string
  /** Where to go on to, an absolute URL that the server allows; `null` when nothing says. */
  readonly continueUrl: string | null
  /** The color of buttons, as CSS; `null` for the theme's. */
  readonly primary: string | null
  /** What it shows works without scripts, too. */
  readonly worksAlone: boolean
  readonly environment: EnvironmentJSON
  /** Who is signed in; `null` for a browser that the page has to ask about itself. */
  readonly client: ClientJSON | null
}
