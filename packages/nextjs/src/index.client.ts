// The package in client components, in the browser and where their HTML is made.
export * from './shared-exports.ts'
export { SignIn, SignUp } from '@latchkey/ui'
export {
  auth,
  authMiddleware,
  createRouteMatcher,
  currentUser,
  getAuth,
  latchkeyClient,
  latchkeyMiddleware,
  latchkeyRouteHandler,
  Protect,
  redirectToSignIn,
  redirectToSignUp,
} from './server-only-stubs.ts'
