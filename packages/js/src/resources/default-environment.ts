import type { Environment } from './environment.ts'

/** The settings of a new instance: what a form is drawn from until its own are known. It has no name. */
export const DEFAULT_ENVIRONMENT: Environment = {
  applicationName: '',
  instanceType: 'production',
  logoUrl: null,
  homeUrl: null,
  termsUrl: null,
  privacyUrl: null,
  supportEmail: null,
  primaryColors: null,
  singleSession: true,
  signUpMode: 'public',
  deleteSelf: true,
  emailAddress: { enabled: true, required: true, firstFactors: ['email_code', 'email_link'], verifications: ['email_code', 'email_link'] },
  firstName: { enabled: true, required: false },
  lastName: { enabled: true, required: false },
}
