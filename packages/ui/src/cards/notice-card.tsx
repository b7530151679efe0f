'use client'
import type { CardWords } from '@latchkey/words'
import type { ReactNode } from 'react'
import { useLook } from '../appearance/look.tsx'
import type { Card as CardName } from '../flow/types.ts'
import type { Flow } from '../flow/use-flow.ts'
import { PrimaryButton, Spinner, TextButton } from '../parts/buttons.tsx'
import { Card } from '../parts/card.tsx'
import { FormProblem } from '../parts/form-problem.tsx'
import { Check, Clock, Key, Lock, Warning } from '../parts/icons.tsx'
import { useWords } from '../words/words.ts'

/** Something to press, and what it does. */
interface Choice {
  readonly label: string
  readonly act: () => void
}

/** What a card tells. */
export interface Notice {
  readonly icon: ReactNode
  readonly tone: 'good' | 'bad' | 'plain'
  readonly title: string
  readonly text: string
  readonly primary?: Choice
  readonly secondary?: Choice
}

/** What the card on show tells; `null` for cards that ask something. */
function noticeOf({ card, state, who, environment, standing, actions }: Flow, words: CardWords): Notice | null {
  const app = environment.applicationName
  const startOver = { label: words.action.startOver, act: actions.startOver }
  const change = { label: words.action.change, act: actions.startOver }
  const proceed = { label: words.action.continue, act: actions.proceed }
  const notices: Partial<Record<CardName, () => Notice>> = {
    expired: () => ({
      icon: <Clock />,
      tone: 'bad',
      ...words.expired,
      primary: { label: words.expired.action, act: () => actions.resend(standing.method) },
      secondary: change,
    }),
    exhausted: () => ({
      icon: <Warning />,
      tone: 'bad',
      ...words.exhausted,
      // Guesses are counted by attempt, so a new code that works takes a new one.
      primary: { label: words.expired.action, act: () => actions.begin({ ...state.values, emailAddress: standing.address }, []) },
      secondary: change,
    }),
    locked: () => {
      const seconds = state.problem?.retryAfter ?? null
      const text = words.locked.text(seconds === null ? null : Math.ceil(seconds / 60))
      return {
        icon: <Lock />,
        tone: 'bad',
        title: words.locked.title,
        text,
        secondary: { label: words.action.back, act: actions.startOver },
      }
    },
    'link-expired': () => ({ icon: <Clock />, tone: 'bad', ...words.linkExpired, primary: startOver }),
    'link-failed': () => ({ icon: <Warning />, tone: 'bad', ...words.linkFailed, primary: startOver }),
    landing: () =>
      state.problem === null
        ? { icon: <Spinner />, tone: 'plain', title: words.landing, text: words.loading }
        : { icon: <Warning />, tone: 'bad', title: words.landing, text: '', primary: { label: words.action.tryAgain, act: actions.land } },
    ticket: () => ({
      icon: <Key />,
      tone: 'plain',
      title: words.signIn.title(app),
      text: words.ticket,
      primary: { label: words.action.continue, act: actions.redeem },
    }),
    restricted: () => ({
      icon: <Lock />,
      tone: 'plain',
      title: words.restricted.title,
      text: words.restricted.text(app),
      primary: { label: words.action.signInInstead, act: () => actions.switchTo('') },
    }),
    'signed-in': () => ({
      icon: <Check />,
      tone: 'good',
      title: words.signedIn.title,
      text: words.signedIn.text(who ?? ''),
      primary: proceed,
      secondary: { label: words.action.signOut, act: actions.signOut },
    }),
    elsewhere: () => ({ icon: <Check />, tone: 'good', ...words.elsewhere, primary: proceed }),
    done: () => ({
      icon: <Check />,
      tone: 'good',
      title: words.done.title,
      text: words.done.text(app),
      secondary: { label: words.done.stuck, act: actions.proceed },
    }),
  }
  return notices[card]?.() ?? null
}

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
