// The package in client components, in the browser and where their HTML is made.
export * from './shared-exports.ts'
export { SignIn, SignUp } from '@latchkey/ui'
export { auth, authMiddleware, currentUser, latchkeyClient, latchkeyRouteHandler } from './server-only-stubs.ts'
