'use client'
import { useLook } from '../appearance/look.tsx'
import type { Flow } from '../flow/use-flow.ts'
import { Card } from '../parts/card.tsx'
import { FormProblem } from '../parts/form-problem.tsx'
import { PrimaryButton } from '../parts/primary-button.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useWords } from '../words/words.ts'
import { noticeOf } from './notice-of.tsx'

/** A card that tells something and offers what to do about it. What it tells is looked up by its name. */
export function NoticeCard({ flow }: { readonly flow: Flow }) {
  const { el } = useLook()
  const notice = noticeOf(flow, useWords())
  if (notice === null) return null
  const { icon, tone, title, text, primary, secondary } = notice
  return (
    <Card flow={flow} icon={<span data-tone={tone}>{icon}</span>} title={title} subtitle={text && <p role="status">{text}</p>}>
      {flow.state.trouble === null && <FormProblem flow={flow} />}
      {primary && (
        <PrimaryButton type="button" busy={flow.state.busy !== null} onClick={primary.act}>
          {primary.label}
        </PrimaryButton>
      )}
      {secondary && (
        <div {...el('formActions')}>
          <TextButton of="formButtonReset" onClick={secondary.act}>
            {secondary.label}
          </TextButton>
        </div>
      )}
    </Card>
  )
}
