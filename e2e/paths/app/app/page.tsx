export default function Home() {
  return <h1>PRIVATE-BYTES home</h1>
}
