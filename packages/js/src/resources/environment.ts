/** An attribute that a sign-up may ask for. */
export interface AttributeSetting {
  readonly enabled: boolean
  readonly required: boolean
}

/** The settings of an instance, as far as components are drawn from them. */
export interface Environment {
  readonly applicationName: string
  readonly instanceType: 'development' | 'production'
  readonly logoUrl: string | null
  readonly homeUrl: string | null
  readonly termsUrl: string | null
  readonly privacyUrl: string | null
  readonly supportEmail: string | null
  /** The color of buttons on light and on dark pages; `null` where the instance has none. */
  readonly primaryColors: { readonly light: string; readonly dark: string } | null
  readonly singleSession: boolean
  readonly signUpMode: 'public' | 'restricted' | 'waitlist'
  readonly deleteSelf: boolean
  readonly emailAddress: AttributeSetting & {
    /** Strategies offered when signing in, such as `email_code`, `email_link`. */
    readonly firstFactors: readonly string[]
    /** Strategies that prove a new address. */
    readonly verifications: readonly string[]
  }
  readonly firstName: AttributeSetting
  readonly lastName: AttributeSetting
}
