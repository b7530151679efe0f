import Link from 'next/link'

export default function NotFound() {
  return (
    <section className="hero">
      <h1>There is nothing here.</h1>
      <p className="lead">The link may be old, or a letter of it went missing.</p>
      <div className="actions">
        <Link href="/" className="secondary">
          Go to the start
        </Link>
      </div>
    </section>
  )
}
