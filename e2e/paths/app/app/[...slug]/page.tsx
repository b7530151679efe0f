import { connection } from 'next/server'

export default async function Anything() {
  await connection()
  return <h1>PRIVATE-BYTES anything</h1>
}
