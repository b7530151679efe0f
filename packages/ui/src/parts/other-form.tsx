'use client'
import type { MouseEvent } from 'react'
import { useLook } from '../appearance/look.tsx'
import type { Flow } from '../flow/use-flow.ts'
import { useWords } from '../words/words.ts'

/** The way to the other form. What is typed goes along when it is followed; opened in a new tab, it is an ordinary link. */
export function OtherForm({ flow, url, emailAddress }: { readonly flow: Flow; readonly url: string; readonly emailAddress: () => string }) {
  const { el } = useLook()
  const text = useWords()[flow.mode]
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    flow.actions.switchTo(emailAddress())
  }
  return (
    <>
      <span {...el('footerActionText')}>{`${text.footer} `}</span>
      <a {...el('footerActionLink')} href={url} onClick={follow} data-link="">
        {text.footerLink}
      </a>
    </>
  )
}
