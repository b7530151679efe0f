const skipped = 'script, style, title, textarea, font'

/** What a browser's translator leaves of a text: a copy of it in two elements of its own. The text itself is gone from the page. */
function wrap(text: Text): void {
  if (text.data.trim() === '' || text.parentElement?.closest(skipped)) return
  const outer = document.createElement('font')
  outer.append(document.createElement('font'))
  outer.firstElementChild!.append(text.data)
  text.replaceWith(outer)
}

function wrapAll(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  texts.forEach(wrap)
}

/** Translates a part of the page as browsers do it, now and whenever something in it changes; the result ends it. */
export function translate(root: Node): () => void {
  wrapAll(root)
  const observer = new MutationObserver(() => wrapAll(root))
  observer.observe(root, { childList: true, characterData: true, subtree: true })
  return () => observer.disconnect()
}
