import type { Language } from '@latchkey/words'
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
export function homePage({ url, inboxUrl, version, command, applications }: Home, language: Language): string {
  const words = language.pages.home
  const call = (text: string) => markup`<code class="line">${command} ${text}</code>`
  const code = (text: string) => markup`<code>${text}</code>`
  const noneYet = markup`<p>${words.none(call('apps create "My app"'))}</p>`
  const inbox = (word: string) => markup`<a href="${webUrl(inboxUrl)}">${word}</a>`
  return cardPage({
    language,
    title: words.tab,
    applicationName: null,
    wide: true,
    body: markup`<h1>${words.title}</h1>
<p class="soft">${words.version(version, code(url))}</p>
<p class="row"><a class="button" href="${webUrl(inboxUrl)}">${words.inbox}</a>
<span class="soft small">${words.inboxText}</span></p>
<section class="apart stack">
<h2>${words.next}</h2>
<ol class="steps">
<li>${words.add(call('init --header'), code('.env.local'), call('env --sdk clerk'))}</li>
<li>${words.signUp(inbox)}</li>
<li>${words.testAddress(code('you+latchkey_test@example.com'), code('424242'))}</li>
</ol>
</section>
<section class="apart stack">
<h2>${words.applications(applications.length)}</h2>
${applications.length === 0 ? noneYet : applications.map((one) => applicationBox(one, words))}
</section>`,
  })
}

function applicationBox({ name, type, publishableKey, frontendApiUrl }: HomeApplication, words: Language['pages']['home']): Markup {
  return markup`<div class="box">
<p class="row close"><strong>${name}</strong> <span class="badge">${words.kinds[type]}</span></p>
<dl class="facts stacked">
<dt>${words.publishableKey}</dt><dd><code>${publishableKey}</code></dd>
<dt>${words.frontendApi}</dt><dd><code>${frontendApiUrl}</code></dd>
</dl>
</div>`
}
