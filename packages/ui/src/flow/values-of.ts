import type { Values } from './types.ts'

/** What was typed into a form. */
export function valuesOf(form: HTMLFormElement | null): Values {
  const data = form === null ? null : new FormData(form)
  const text = (name: string) => {
    const value = data?.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { emailAddress: text('email_address'), firstName: text('first_name'), lastName: text('last_name') }
}
