export default function Open() {
  return <h1>Open to everybody</h1>
}
