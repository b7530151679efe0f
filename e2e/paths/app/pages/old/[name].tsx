export const getServerSideProps = () => ({ props: { secret: 'PRIVATE-BYTES old' } })

export default function Old({ secret }: { secret: string }) {
  return <h1>{secret}</h1>
}
