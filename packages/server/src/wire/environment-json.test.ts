import { describe, expect, it } from 'vitest'
import type { Instance } from '../domain/instance.ts'
import { DEFAULT_SETTINGS, patched, type SettingsPatch } from '../domain/settings/instance-settings.ts'
import { environmentJson } from './environment-json.ts'

function environment(settings: SettingsPatch = {}, fields: Partial<Instance> = {}) {
  const instance: Instance = {
    id: 'ins_1',
    applicationId: 'app_1',
    applicationName: 'Acme',
    slug: 'abcdefghij',
    type: 'development',
    host: null,
    settings: patched(DEFAULT_SETTINGS, settings),
    settingsVersion: 1,
    allowedOrigins: ['https://ORIGIN.example.com'],
    createdAt: 0,
    ...fields,
  }
  return environmentJson(instance, { frontendApi: 'http://localhost:4000/i/abcdefghij' })
}

describe('environmentJson', () => {
  it('tells our own components of every way to prove a new address', () => {
    const { latchkey, user_settings } = environment()
    expect(user_settings.attributes.email_address.verifications).toEqual(['email_code'])
    expect(latchkey.email_address_verifications).toEqual(['email_code', 'email_link'])
  })

  it('tells of a new instance: links and codes to sign in, codes to sign up, names optional, no password', () => {
    const { attributes, sign_up } = environment().user_settings
    expect(attributes.email_address).toEqual({
      enabled: true,
      required: true,
      immutable: false,
      used_for_first_factor: true,
      first_factors: ['email_link', 'email_code'],
      used_for_second_factor: false,
      second_factors: [],
      verifications: ['email_code'],
      verify_at_sign_up: true,
    })
    expect(attributes.first_name).toMatchObject({ enabled: true, required: false, used_for_first_factor: false, verify_at_sign_up: false })
    const on = Object.entries(attributes).filter(([, attribute]) => attribute.enabled)
    expect(on.map(([name]) => name)).toEqual(['email_address', 'first_name', 'last_name'])
    expect(sign_up).toMatchObject({ mode: 'public', captcha_enabled: false, progressive: true })
  })

  it.each([
    [['email_link'], ['email_link']],
    [['email_code'], ['email_code']],
    [['email_link', 'email_code'], ['email_code']],
  ] as const)('for verifications %j tells the components %j', (verifications, shown) => {
    const json = environment({ attributes: { email_address: { verifications } } })
    expect(json.user_settings.attributes.email_address.verifications).toEqual(shown)
    expect(json.auth_config.email_address_verification_strategies).toEqual(shown)
  })

  it('follows the settings', () => {
    const json = environment({
      attributes: {
        email_address: { required: false, firstFactors: ['email_code'], verifications: ['email_code'] },
        first_name: { required: true },
        last_name: { enabled: false, required: true },
      },
      signUpMode: 'restricted',
      session: { single: false },
      deleteSelf: false,
    })
    expect(json.auth_config).toMatchObject({
      first_name: 'required',
      last_name: 'off',
      email_address: 'on',
      first_factors: ['email_code'],
      single_session_mode: false,
    })
    expect(json.user_settings.attributes.last_name).toMatchObject({ enabled: false, required: false })
    expect(json.user_settings).toMatchObject({ sign_up: { mode: 'restricted' }, actions: { delete_self: false } })
  })

  it('has pages of its own where the app has none, and the root of the app otherwise', () => {
    expect(environment().display_config).toMatchObject({
      application_name: 'Acme',
      instance_environment_type: 'development',
      home_url: '/',
      sign_in_url: 'http://localhost:4000/i/abcdefghij/sign-in',
      sign_up_url: 'http://localhost:4000/i/abcdefghij/sign-up',
      after_sign_in_url: '/',
      after_sign_out_one_url: '/',
    })
  })

  it('has the pages of the app where it has some', () => {
    const urls = { ...DEFAULT_SETTINGS.urls, home: 'https://app.test', signIn: 'https://app.test/in', afterSignUp: 'https://app.test/hi' }
    expect(environment({ urls }).display_config).toMatchObject({
      home_url: 'https://app.test',
      sign_in_url: 'https://app.test/in',
      sign_up_url: 'http://localhost:4000/i/abcdefghij/sign-up',
      after_sign_in_url: 'https://app.test',
      after_sign_up_url: 'https://app.test/hi',
      after_sign_out_all_url: 'https://app.test',
    })
  })

  it.each([
    ['development', true, true],
    ['development', false, false],
    ['production', true, false],
  ] as const)('in %s with test mode %s it is %s', (type, testMode, shown) => {
    const json = environment({ testMode }, { type })
    expect(json.auth_config.test_mode).toBe(shown)
    expect(json.display_config.instance_environment_type).toBe(type)
  })

  it('tells nobody which origins are allowed', () => {
    expect(JSON.stringify(environment())).not.toContain('ORIGIN')
  })
})
