/**
 * What keeps the inbox current: asks whether there is a newer mail, and takes the new list out of a fresh copy of the page.
 * What it says stands in the page; times are told in the reader's zone. Without script there is the link to reload.
 * Who changes it changes {@link INBOX_SCRIPT_HASH} too; its test says what to.
 */
export const INBOX_SCRIPT = `
const part = (id, page = document) => page.getElementById(id)
const pause = (ms) => new Promise((done) => setTimeout(done, ms))
const status = (name) => {
  const text = part('inbox').getAttribute('data-say-' + name)
  if (part('live').textContent !== text) part('live').textContent = text
}

function localTimes() {
  for (const time of document.querySelectorAll('time')) {
    time.textContent = new Date(time.dateTime).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })
  }
}

async function refresh() {
  const answer = await fetch(location.href)
  if (!answer.ok) throw new Error('The page is gone.')
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = part('inbox', page)
  const { newest } = fresh.dataset
  const whole = part('inbox').dataset.follow === 'newest' || part('mails') === null
  const focused = document.activeElement?.getAttribute('href')
  if (whole) part('inbox').replaceWith(fresh)
  else part('mails').replaceWith(part('mails', page))
  part('inbox').dataset.newest = newest
  if (focused) document.querySelector('a[href="' + CSS.escape(focused) + '"]')?.focus()
  localTimes()
  status('received')
}

async function follow() {
  for (;;) {
    while (document.hidden) await pause(500)
    try {
      const { newest, feed } = part('inbox').dataset
      const answer = await fetch(feed + '?limit=1&wait=20&after=' + newest)
      const [mail] = (await answer.json()).data
      if (mail && mail.id !== newest) await refresh()
      else status('following')
      await pause(300)
    } catch {
      status('unreachable')
      await pause(3000)
    }
  }
}

localTimes()
status('following')
follow()
`

/** What the content security policy of the inbox allows as script. */
export const INBOX_SCRIPT_HASH = 'sha256-o94LyUtpsz05XD1xDgnopIN/ELQvR1P7gsRp5iTJts4='
