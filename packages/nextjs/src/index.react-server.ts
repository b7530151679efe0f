// The package in server components, route handlers, server actions and middleware.
export * from './shared-exports.ts'
export { SignIn, SignUp } from './components/forms.tsx'
export { Protect, type ProtectProps } from './server/protect-children.tsx'
export * from './server.ts'
