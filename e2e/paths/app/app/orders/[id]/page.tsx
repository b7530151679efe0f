import { connection } from 'next/server'

export default async function Order({ params }: { params: Promise<{ id: string }> }) {
  await connection()
  return <h1>PRIVATE-BYTES order {(await params).id}</h1>
}
