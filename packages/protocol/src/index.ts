export { BODY_BYTES, BUCKETS, ENDPOINTS, HOSTED_PAGES } from './endpoints.ts'
export type {
  AnswerOf,
  BodyOf,
  BucketName,
  Endpoint,
  EndpointContracts,
  EndpointId,
  EndpointOf,
  HostedPage,
  IdOf,
  ParamsOf,
  PathOf,
  QueryOf,
  ResponseOf,
  Route,
  RouteOf,
} from './endpoints.ts'
export type { CardPage } from './card-page.ts'
export type { InboxMessageJSON } from './resources/message.ts'
export { ERRORS } from './errors.ts'
export type { ErrorCode, ErrorDefinition, ErrorJSON, ErrorMetaJSON, ErrorsJSON } from './errors.ts'
export type { EventActor, EventDetails, EventType, LatchkeyEvent } from './events.ts'
export type { AuthenticationMethod } from './amr.ts'
export { ATTRIBUTES, byIdentifier, IDENTIFIER_NAMES } from './attributes.ts'
export type { AttributeTraits, Channel, IdentifierName, UserAttribute } from './attributes.ts'
export { STRATEGIES, traitsOf } from './strategies.ts'
export type { FactorLevel, StrategyKind, StrategyName, StrategyTraits } from './strategies.ts'
export type { BackendClientJSON, ClientJSON } from './resources/client.ts'
export type { DisplayConfigJSON, ThemeJSON } from './resources/display-config.ts'
export type { BackendUserJSON, EmailAddressJSON, IdentificationLinkJSON, PublicUserDataJSON, UserJSON } from './resources/user.ts'
export type { DeletedObjectJSON, Envelope, HealthJSON, PaginatedJSON, TotalCountJSON } from './resources/envelope.ts'
export type {
  AuthConfigAttribute,
  AuthConfigJSON,
  BillingPayerSettingsJSON,
  CommerceSettingsJSON,
  EnvironmentJSON,
  NativeSettingsJSON,
  OrganizationSettingsJSON,
} from './resources/environment.ts'
export type { JsonObject, JsonValue } from './resources/json.ts'
export type { JwkJSON, JwksJSON, OpenIdConfigurationJSON } from './resources/jwks.ts'
export type {
  BackendSessionJSON,
  MySessionJSON,
  SessionActivityJSON,
  SessionBaseJSON,
  SessionJSON,
  SessionStateJSON,
  SessionStatus,
  SessionTaskJSON,
  SessionWithActivityJSON,
} from './resources/session.ts'
export type { BackupCodesJSON, TotpJSON } from './resources/second-factors.ts'
export {
  REVERIFICATION_LEVELS,
  type ReverificationLevel,
  type ReverificationStatus,
  type SessionReverificationJSON,
} from './resources/session-reverification.ts'
export type {
  IdentificationIdJSON,
  IdentifierFactorJSON,
  PlainFactorJSON,
  SignInFactorJSON,
  SignInJSON,
  SignInStatus,
  SignInUserDataJSON,
} from './resources/sign-in.ts'
export type {
  PreparedSignUpVerificationJSON,
  SignUpJSON,
  SignUpNextAction,
  SignUpStatus,
  SignUpVerificationJSON,
  SignUpVerificationsJSON,
  UnpreparedSignUpVerificationJSON,
} from './resources/sign-up.ts'
export type { ChangedSettingsJSON, DescribedSettingsJSON, SettingChangeJSON, SettingJSON, SettingsJSON } from './resources/settings.ts'
export type { CookiesJSON, DevBrowserJSON, HandshakePayloadJSON, SignInTokenJSON, TestingTokenJSON, TokenJSON } from './resources/token.ts'
export type {
  AttackProtectionJSON,
  AttributeJSON,
  AttributeName,
  EnabledJSON,
  PasskeySettingsJSON,
  PasswordSettingsJSON,
  RestrictionsJSON,
  SignUpSettingsJSON,
  SocialJSON,
  UsernameSettingsJSON,
  UserSettingsJSON,
} from './resources/user-settings.ts'
export type { VerificationJSON, VerificationStatus } from './resources/verification.ts'
export { decodeBase64Url, encodeBase64Url } from './base64url.ts'
export { clientConfirmation, FIRST_PARTY_HEADERS, NO_SESSION } from './first-party.ts'
export { foldDigits } from './fold-digits.ts'
export { parseJwt } from './jwt.ts'
export type { Jwt, JwtHeader } from './jwt.ts'
export { encodePublishableKey, frontendApiUrl, parsePublishableKey } from './publishable-key.ts'
export type { InstanceType, PublishableKey } from './publishable-key.ts'
export { checkSessionClaims, recheckSessionClaims, TOKEN_CATEGORIES } from './session-token.ts'
export type { SessionCheck, SessionClaims, SessionTokenFlaw, SessionVerdict } from './session-token.ts'
