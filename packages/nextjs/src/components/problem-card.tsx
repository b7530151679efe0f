'use client'
import { type CSSProperties, type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { problem, type ProblemCode } from '../problems/problem.ts'

const card: CSSProperties = {
  position: 'fixed',
  insetInline: '1rem',
  bottom: '1rem',
  zIndex: 2147483000,
  maxWidth: '36rem',
  margin: '0 auto',
  padding: '1rem 1.25rem',
  borderRadius: '0.5rem',
  border: '1px solid #b42318',
  background: '#fff',
  color: '#1f2328',
  font: '400 14px/1.5 system-ui, sans-serif',
  boxShadow: '0 8px 24px rgb(0 0 0 / 0.2)',
}

/** Tells the developer, on the page, what is wrong with the app's set-up. It is never part of a production build. */
export function ProblemCard({ code }: { readonly code: ProblemCode }): ReactNode {
  const [body, setBody] = useState<HTMLElement | null>(null)
  useEffect(() => setBody(document.body), [])
  if (body === null) return null
  const { what, remedy } = problem(code)
  return createPortal(
    <div role="alert" style={card} data-latchkey-problem={code}>
      <strong>{`Latchkey: ${what}`}</strong>
      <div>{remedy}</div>
    </div>,
    body,
  )
}
