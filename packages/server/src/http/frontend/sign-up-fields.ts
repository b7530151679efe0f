import { z } from 'zod'
import { flag, metadata, text, unkept } from '../request/parse-fields.ts'

/** What a person may give when she signs up. Metadata is an object in JSON and a text in a form; the action reads both. */
export const signUpFields = z.object({
  email_address: text,
  first_name: text,
  last_name: text,
  unsafe_metadata: metadata,
  legal_accepted: flag,
  locale: text,
  strategy: text,
  redirect_url: text,
  username: unkept,
  password: unkept,
  phone_number: unkept,
  web3_wallet: unkept,
})
