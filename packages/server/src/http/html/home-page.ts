import { cardPage } from './layout.ts'
import { type Markup, markup, webUrl } from './markup.ts'

/** An application as the home page shows it. */
export interface HomeApplication {
  readonly name: string
  readonly type: 'development' | 'production'
  readonly publishableKey: string
  readonly frontendApiUrl: string
}

/** What the home page of a development server tells. */
export interface Home {
  /** Where the server is reached. */
  readonly url: string
  readonly inboxUrl: string
  readonly version: string
  /** How `latchkey` is called from any folder of this machine: whoever reads this is about to work in the app's. */
  readonly command: string
  readonly applications: readonly HomeApplication[]
}

/** The page at `/` of a development server: where things are, and what to do next. */
export function homePage({ url, inboxUrl, version, command, applications }: Home): string {
  return cardPage({
    title: 'Running',
    applicationName: null,
    wide: true,
    body: markup`<h1>Latchkey is running</h1>
<p class="soft">Version ${version}, for development, at <code>${url}</code></p>
<p class="row"><a class="button" href="${webUrl(inboxUrl)}">Open the inbox</a>
<span class="soft small">Every email lands there. Nothing leaves this machine.</span></p>
<section class="apart stack">
<h2>Next</h2>
<ol class="steps">
<li>Add Latchkey to your Next.js app: call this in its folder. It shows every change and asks first.
<code class="line">${command} init --header</code> For an app with Clerk’s SDK, put what this prints into its <code>.env.local</code>.
<code class="line">${command} env --sdk clerk</code></li>
<li>Start the app and sign up with any address. The code arrives in the <a href="${webUrl(inboxUrl)}">inbox</a>.</li>
<li>For tests, <code>you+latchkey_test@example.com</code> always takes the code <code>424242</code> and gets no email.</li>
</ol>
</section>
<section class="apart stack">
<h2>${applications.length === 1 ? 'Your application' : 'Your applications'}</h2>
${applications.length === 0 ? none(command) : applications.map(applicationBox)}
</section>`,
  })
}

const none = (command: string) =>
  markup`<p>None yet. Create one and print its keys:<code class="line">${command} apps create "My app"</code></p>`

function applicationBox({ name, type, publishableKey, frontendApiUrl }: HomeApplication): Markup {
  return markup`<div class="box">
<p class="row close"><strong>${name}</strong> <span class="badge">${type}</span></p>
<dl class="facts stacked">
<dt>Publishable key</dt><dd><code>${publishableKey}</code></dd>
<dt>Frontend API</dt><dd><code>${frontendApiUrl}</code></dd>
</dl>
</div>`
}
