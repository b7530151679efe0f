/** Waits for the next frame. */
export const frame = (): Promise<number> => new Promise(requestAnimationFrame)

/** Waits for something to be on the page. */
export async function find<E extends Element = HTMLElement>(selector: string): Promise<E> {
  for (;;) {
    const found = document.querySelector<E>(selector)
    if (found) return found
    await frame()
  }
}

/** Types into a field, as a paste does. */
export async function fill(selector: string, text: string): Promise<void> {
  const field = await find<HTMLInputElement>(selector)
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, text)
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

/** Sends the form. */
export async function send(): Promise<void> {
  const form = await find<HTMLFormElement>('.lk-form')
  form.requestSubmit()
}

/** Clicks on something. */
export async function click(selector: string): Promise<void> {
  const target = await find(selector)
  target.click()
}
