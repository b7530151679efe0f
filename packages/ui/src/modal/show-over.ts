/**
 * Opens a dialog over the page. The page cannot scroll meanwhile: where that takes its scrollbar away, the page keeps its width.
 * @returns closes the dialog and gives the page its scrollbar back
 */
export function showOver(dialog: HTMLDialogElement): () => void {
  const root = document.documentElement
  const before = root.style.paddingInlineEnd
  // The box rather than clientWidth, which tells of no gutter that is kept for a scrollbar.
  const width = () => root.getBoundingClientRect().width
  const was = width()
  dialog.showModal()
  const gained = width() - was
  if (gained > 0) root.style.paddingInlineEnd = `calc(${getComputedStyle(root).paddingInlineEnd} + ${gained}px)`
  return () => {
    dialog.close()
    root.style.paddingInlineEnd = before
  }
}
