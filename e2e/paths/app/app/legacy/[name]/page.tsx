export const generateStaticParams = () => ['1', '1.txt', '1.png'].map((name) => ({ name }))

export default async function Legacy({ params }: { params: Promise<{ name: string }> }) {
  return <h1>PRIVATE-BYTES legacy {(await params).name}</h1>
}
