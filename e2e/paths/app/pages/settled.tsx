export const getServerSideProps = () => ({ props: { secret: 'PRIVATE-BYTES settled' } })

export default function Settled({ secret }: { secret: string }) {
  return <h1>{secret}</h1>
}
