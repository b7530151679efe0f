import type { Language } from '@latchkey/words'
import { INBOX_SCRIPT, INBOX_SCRIPT_HASH } from './inbox-script.ts'
import { document, LATCHKEY_MARK } from './layout.ts'
import { Markup, markup, webUrl } from './markup.ts'
import { bigCode, momentOf } from './parts.ts'
import { STYLE_HASH } from './style.ts'

/** A mail as the development inbox shows it. */
export interface InboxMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly code: string | null
  readonly link: string | null
  /** Epoch milliseconds. */
  readonly createdAt: number
}

/** The policy of the inbox: one style sheet, one script that asks this server for news, frames of this server. */
export const INBOX_CSP = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  `script-src '${INBOX_SCRIPT_HASH}'`,
  "connect-src 'self'",
  "frame-src 'self'",
  'img-src data:',
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** What the inbox shows, and where its parts are served. */
export interface Inbox {
  /** Newest first. */
  readonly mails: readonly InboxMail[]
  /** The mail somebody chose by its address, `null` at the inbox itself: there the newest is open where there is room. */
  readonly selected: InboxMail | null
  /** Which form of the chosen mail. */
  readonly view: 'html' | 'text'
  /** Path of the inbox; mails are at `<path>/<id>`, as text with `?view=text`, their frames at `<path>/<id>/frame`. */
  readonly path: string
  /** Path of the JSON list of messages, newest first. */
  readonly feed: string
}

/** The mails a development server did not send, as a person would have got them. */
export function inboxPage(inbox: Inbox, language: Language): string {
  const words = language.pages.inbox
  const { mails, selected, path, feed } = inbox
  const open = selected ?? mails[0] ?? null
  const here = selected === null ? path : mailUrl(inbox, selected)
  return document(
    language,
    selected === null ? language.pages.ofLatchkey(words.title) : words.ofEmail(selected.subject),
    markup`<body>
<div class="inbox ${selected === null ? 'browsing' : 'reading'}" id="inbox" data-follow="${selected === null ? 'newest' : 'chosen'}"
data-newest="${mails[0]?.id ?? ''}" data-feed="${feed}"
data-say-following="${words.following}" data-say-received="${words.received}" data-say-unreachable="${words.unreachable}">
<header class="bar">${LATCHKEY_MARK}<h1>${words.title}</h1><a class="back" href="${path}">${words.all}</a>
<p class="soft small end" id="live" role="status"></p><a class="small" href="${here}">${words.refresh}</a></header>
${open === null ? empty(words) : [list(inbox, open, language), article(inbox, open, language)]}
</div>
<script>${new Markup(INBOX_SCRIPT)}</script>
</body>`,
  )
}

const empty = (words: Language['pages']['inbox']) => markup`<main class="empty stack">
<h2>${words.empty}</h2>
<p>${words.emptyText}</p>
<p class="soft">${words.testAddresses(markup`<code>+latchkey_test</code>`, markup`<code>424242</code>`)}</p>
</main>`

function list(inbox: Inbox, open: InboxMail, language: Language): Markup {
  // At the inbox itself the newest mail is open where there is room; that is not yet a page one has gone to.
  const current = inbox.selected === null ? markup` aria-current="true"` : markup` aria-current="page"`
  const rows = inbox.mails.map(
    (mail) => markup`<li><a href="${mailUrl(inbox, mail)}"${mail.id === open.id && current}>
<b>${mail.to}</b>
<span>${mail.subject}</span>
<span class="soft small">${momentOf(mail.createdAt, language)}</span></a></li>`,
  )
  return markup`<nav class="mails" id="mails" aria-label="${language.pages.inbox.emails}"><ul>${rows}</ul></nav>`
}

function article(inbox: Inbox, mail: InboxMail, language: Language): Markup {
  const words = language.pages.inbox
  const url = mailUrl(inbox, mail)
  const current = (view: Inbox['view']) => inbox.view === view && markup` aria-current="page"`
  return markup`<main class="mail">
<h2>${mail.subject}</h2>
<dl class="facts"><dt>${words.to}</dt><dd>${mail.to}</dd><dt>${words.when}</dt><dd>${momentOf(mail.createdAt, language)}</dd></dl>
${mail.code !== null && bigCode(mail.code)}
${mail.link !== null && markup`<p><a href="${webUrl(mail.link)}" target="_blank" rel="noreferrer">${words.openLink}</a></p>`}
<nav class="tabs" aria-label="${words.view}">
<a href="${url}"${current('html')}>${words.preview}</a><a href="${url}?view=text"${current('text')}>${words.plainText}</a>
</nav>
${inbox.view === 'html' ? frame(`${url}/frame`, words.frame) : markup`<pre class="paper">${mail.text}</pre>`}
</main>`
}

function frame(url: string, title: string): Markup {
  const sandbox = markup`sandbox="allow-popups allow-popups-to-escape-sandbox"`
  return markup`<iframe class="paper" title="${title}" src="${url}" ${sandbox}></iframe>`
}

function mailUrl({ path }: Inbox, { id }: InboxMail): string {
  return `${path}/${encodeURIComponent(id)}`
}

/**
 * The policy of a mail inside the inbox: it may look as it likes and run, load and send nothing. The sandbox gives it an origin
 * of its own even when it is opened outside the frame; its links open in tabs of their own.
 */
export const INBOX_FRAME_CSP = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ')

/** A mail's HTML as it is, but for its links, which leave the frame. */
export function inboxFrame({ html }: Pick<InboxMail, 'html'>): string {
  const links = '<base target="_blank">'
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + links) : `<!doctype html><head>${links}</head>${html}`
}
