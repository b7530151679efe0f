'use client'
import { useLook } from '../appearance/look.tsx'
import { useWords } from '../words/words.ts'
import { Pencil } from './icons.tsx'

/** The address in question, with a pencil to change it. */
export function Identity({ address, onEdit }: { readonly address: string; readonly onEdit: () => void }) {
  const { el } = useLook()
  const words = useWords()
  return (
    <p {...el('identityPreview')}>
      <bdi {...el('identityPreviewText')} title={address}>
        {address}
      </bdi>
      <button
        {...el('identityPreviewEditButton')}
        type="button"
        aria-label={words.action.change}
        title={words.action.change}
        onClick={onEdit}
      >
        <Pencil />
      </button>
    </p>
  )
}
