import type { InboxMail } from './inbox-mail.ts'

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
