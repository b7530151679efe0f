import { expect, it } from 'vitest'
import { DEFAULT_SETTINGS, patched, type SettingsPatch } from './instance-settings.ts'

it('keeps what a patch leaves out, or names without a value', () => {
  expect(patched(DEFAULT_SETTINGS, { signUpMode: undefined, session: undefined } as unknown as SettingsPatch)).toEqual(DEFAULT_SETTINGS)
})
