'use client'
import { useLook } from '../appearance/look.tsx'
import type { AskedField } from '../flow/fields.ts'
import { sentenceOf } from '../flow/problem.ts'
import { type Problem, type Values, WIRE } from '../flow/types.ts'
import { useWords } from '../words/words.ts'
import { Field } from './field.tsx'

const FILL = { firstName: 'given-name', lastName: 'family-name', username: 'username' } as const

/** A name that is typed as it is, by letters of ASCII. */
const PLAIN = { autoCapitalize: 'none', spellCheck: false, maxLength: 64 } as const

/** What the names are drawn from. */
export interface NameFieldsProps {
  readonly names: readonly AskedField[]
  /** What the fields begin with. */
  readonly values: Pick<Values, AskedField['field']>
  readonly problem: Problem | null
  /** The first that is required takes the focus, else the first. */
  readonly autoFocus: boolean
}

/** The names a form asks for, beside each other where there is room. */
export function NameFields({ names, values, problem, autoFocus }: NameFieldsProps) {
  const { el } = useLook()
  const words = useWords()
  const first = (names.find(({ required }) => required) ?? names[0])?.field
  return (
    <div {...el('formFieldRow')}>
      {names.map(({ field, required }) => (
        <Field
          key={`${field}${values[field]}`}
          id={field}
          name={WIRE[field]}
          label={words.field[field]}
          autoComplete={FILL[field]}
          defaultValue={values[field]}
          maxLength={256}
          {...(field === 'username' && PLAIN)}
          required={required}
          autoFocus={autoFocus && field === first}
          error={problem?.field === field ? sentenceOf(problem, words) : null}
        />
      ))}
    </div>
  )
}
