export default function Main() {
  return <h1>PRIVATE-BYTES main</h1>
}
