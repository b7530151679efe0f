import { SignIn } from '@latchkey/nextjs'

/** A form that knows where to go on to by the page's query alone. */
export default function Plain({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  return <SignIn searchParams={searchParams} />
}
