'use client'
import { useLook } from '../appearance/look.tsx'
import type { AskedField } from '../flow/asked-fields.ts'
import { sentenceOf } from '../flow/sentence.ts'
import type { Flow } from '../flow/use-flow.ts'
import { useWords } from '../words/words.ts'
import { Field } from './field.tsx'

const WIRE = { firstName: 'first_name', lastName: 'last_name' } as const
const FILL = { firstName: 'given-name', lastName: 'family-name' } as const

/** The names a form asks for, beside each other where there is room. */
export function NameFields({ names, flow }: { readonly names: readonly AskedField[]; readonly flow: Flow }) {
  const { el, options } = useLook()
  const words = useWords()
  const { values, problem } = flow.state
  return (
    <div {...el('formFieldRow')} data-count={names.length}>
      {names.map(({ field, required }, index) => (
        <Field
          key={`${field}${values[field]}`}
          id={field}
          name={WIRE[field]}
          label={words.field[field]}
          autoComplete={FILL[field]}
          defaultValue={values[field]}
          maxLength={256}
          required={required}
          autoFocus={index === 0 && options.autoFocus !== false}
          error={problem?.field === field ? sentenceOf(problem, words) : null}
        />
      ))}
    </div>
  )
}
