import { openVisit } from './visit.ts'

/** The code of test addresses, which get no email. */
const TEST_CODE = '424242'

/** A page that no app has, so that only the proxy can answer for it before anybody is signed in. */
const PRIVATE_PAGE = '/latchkey-private-page'

/**
 * Signs somebody up at a running app, as a browser would, and deletes the account again.
 * @param word makes the test address one of its own
 * @throws Error in a sentence for what did not go as it should
 */
export async function proveSignUp(app: string, word: string): Promise<string> {
  const visit = openVisit(app)
  const before = await visit.get(PRIVATE_PAGE)
  await before.body?.cancel()
  if (!turnedAway(before))
    throw new Error(
      `${PRIVATE_PAGE} was not kept from a visitor who is signed out (it answered ${before.status}): the proxy does not ` +
        'run, or its matcher leaves pages out',
    )
  const address = `latchkey-${word}+latchkey_test@example.com`
  const begun = await visit.call('POST', '/v1/client/sign_ups', { email_address: address })
  const path = `/v1/client/sign_ups/${begun.response.id}`
  await visit.call('POST', `${path}/prepare_verification`, { strategy: 'email_code' })
  const { response } = await visit.call('POST', `${path}/attempt_verification`, { strategy: 'email_code', code: TEST_CODE })
  if (response.status !== 'complete')
    throw new Error(
      `sign-up asks for more than an email address (${response.missing_fields?.join(', ') || response.status}), so it was not finished`,
    )
  const after = await visit.get(PRIVATE_PAGE)
  await after.body?.cancel()
  if (turnedAway(after)) throw new Error('the person who had just signed up was turned away from a private page')
  const deleted = await visit.call('DELETE', '/v1/me').then(
    () => true,
    () => false,
  )
  return `Signed up ${address} at ${app} with the code ${TEST_CODE}${deleted ? ', and deleted the account again' : ''}.`
}

function turnedAway({ status }: Response): boolean {
  return status === 401 || (status >= 300 && status < 400)
}
