/** What stands for the server's functions where they cannot run. @throws Error always, in one sentence that says where to take it from */
const stub = (name: string) => (): never => {
  throw new Error(
    `${name}() works on the server only. In a client component use a hook such as useAuth() or useUser(); in a server file ` +
      `that gets this message import ${name} from '@latchkey/nextjs/server'.`,
  )
}

/** Not here. @throws Error */
export const auth = Object.assign(stub('auth'), { protect: stub('auth.protect') })

/** Not here. @throws Error */
export const currentUser = stub('currentUser')

/** Not here. @throws Error */
export const latchkeyClient = stub('latchkeyClient')

/** Not here. @throws Error */
export const authMiddleware = stub('authMiddleware')

/** Not here. @throws Error */
export const latchkeyRouteHandler = stub('latchkeyRouteHandler')

/** Not here. @throws Error */
export const createRouteMatcher = stub('createRouteMatcher')

/** Not here. @throws Error */
export const getAuth = stub('getAuth')

/** Not here. @throws Error */
export const latchkeyMiddleware = stub('latchkeyMiddleware')

/** Not here. @throws Error */
export const redirectToSignIn = stub('redirectToSignIn')

/** Not here. @throws Error */
export const redirectToSignUp = stub('redirectToSignUp')

/** Not here: in a client component it would hide its children, and protect nothing. @throws Error */
export const Protect = stub('Protect')
