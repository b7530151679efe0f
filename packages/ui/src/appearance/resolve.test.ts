import { dark, paper } from '@latchkey/themes'
import { expect, it } from 'vitest'
import { namer, resolveLook } from './resolve.ts'

it('lays component over provider, variables over themes, later themes over earlier ones', () => {
  const { properties } = resolveLook(
    { baseTheme: dark, variables: { colorPrimary: 'red', fontSize: '1rem' }, signIn: { variables: { colorPrimary: 'green' } } },
    'signIn',
    { theme: [paper], variables: { colorPrimary: 'blue' } },
  )
  expect(properties).toMatchObject({
    colorScheme: 'light',
    '--lk-theme-color-primary': paper.variables.colorPrimary,
    '--lk-theme-color-modal-backdrop': dark.variables.colorModalBackdrop,
    '--latchkey-color-primary': 'blue',
    '--latchkey-font-size': '1rem',
  })
})

it('sets nothing when nothing is said, so that a page may say it in its own style sheet', () => {
  expect(resolveLook({}, 'signIn', undefined)).toEqual({ properties: {}, elements: {}, options: {} })
})

it('keeps the look of another component out', () => {
  expect(resolveLook({ signUp: { variables: { colorPrimary: 'red' } } }, 'signIn', undefined).properties).toEqual({})
})

it("lets a color of one's own derive its foreground, which the theme chose for another", () => {
  const theme = { name: 'x', colorScheme: 'dark', variables: { colorPrimary: '#fff', colorPrimaryForeground: '#000' } } as const
  const key = '--lk-theme-color-primary-foreground'
  expect(resolveLook({ theme }, 'signIn', undefined).properties).toMatchObject({ [key]: '#000' })
  expect(resolveLook({ theme, variables: { colorPrimary: '#e11d48' } }, 'signIn', undefined).properties).not.toHaveProperty(key)
})

it('takes options by either name', () => {
  const { options } = resolveLook({ layout: { logoImageUrl: 'a', elevation: 'flush' } }, 'signIn', { options: { logoImageUrl: 'b' } })
  expect(options).toEqual({ logoImageUrl: 'b', elevation: 'flush' })
})

it('names elements, appends classes and lays styles over each other', () => {
  const { elements } = resolveLook({ elements: { formButtonPrimary: 'one', card: { color: 'red' } } }, 'signIn', {
    elements: { formButtonPrimary: 'two', formButtonPrimary__loading: 'three', card: { color: 'blue', width: 1 } },
  })
  const el = namer({ elements })
  expect(el('formButtonPrimary').className).toBe('lk-formButtonPrimary one two')
  expect(el('formButtonPrimary', 'loading').className).toBe('lk-formButtonPrimary lk-formButtonPrimary__loading one two three')
  expect(el('card')).toEqual({ className: 'lk-card', style: { color: 'blue', width: 1 } })
  expect(el('toString')).toEqual({ className: 'lk-toString' })
})
