export const metadata = { title: 'Empty' }

/** Nothing, in a layout of its own: what every page of this app weighs. */
export default function Bare() {
  return <p>Empty.</p>
}
