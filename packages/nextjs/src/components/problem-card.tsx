'use client'
import { type CSSProperties, type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Problem } from '../problems/problem.ts'

const card: CSSProperties = {
  position: 'fixed',
  insetInline: '1rem',
  bottom: '1rem',
  zIndex: 2147483000,
  maxWidth: '44rem',
  maxHeight: 'calc(100vh - 2rem)',
  overflow: 'auto',
  margin: '0 auto',
  padding: '1rem 3rem 1rem 1.25rem',
  borderRadius: '0.5rem',
  border: '1px solid #b42318',
  background: '#fff',
  color: '#1f2328',
  font: '400 14px/1.5 system-ui, sans-serif',
  boxShadow: '0 8px 24px rgb(0 0 0 / 0.2)',
}

const close: CSSProperties = {
  position: 'absolute',
  insetBlockStart: '0.5rem',
  insetInlineEnd: '0.5rem',
  width: '2rem',
  height: '2rem',
  border: 0,
  background: 'none',
  color: 'inherit',
  font: '400 20px/1 system-ui, sans-serif',
  cursor: 'pointer',
}

const file: CSSProperties = {
  overflow: 'auto',
  margin: '0.75rem 0 0',
  padding: '0.75rem',
  borderRadius: '0.375rem',
  background: '#f4f4f5',
  fontSize: 12,
}

/** Tells the developer, on the page, what is wrong with the app's set-up, until they close it. It is never part of a production build. */
export function ProblemCard({ problem }: { readonly problem: Problem }): ReactNode {
  const [body, setBody] = useState<HTMLElement | null>(null)
  const [closed, setClosed] = useState<string | null>(null)
  useEffect(() => setBody(document.body), [])
  if (body === null || closed === problem.code) return null
  return createPortal(
    <div role="alert" style={card} data-latchkey-problem={problem.code}>
      <button type="button" style={close} aria-label="Close" onClick={() => setClosed(problem.code)}>
        ×
      </button>
      <strong>{`Latchkey: ${problem.what}`}</strong>
      <div>{problem.remedy}</div>
      {problem.file !== undefined && <pre style={file}>{problem.file}</pre>}
    </div>,
    body,
  )
}
