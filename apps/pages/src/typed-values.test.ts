import { expect, test } from 'vitest'
import { typedValues } from './typed-values.ts'

const page = (values: Readonly<Record<string, string>>) => ({
  querySelector: (selector: string) => {
    const name = /name="(\w+)"/.exec(selector)?.[1] ?? ''
    return name in values ? { value: values[name] } : null
  },
})

test('what was typed is carried over, what was not is not there', () => {
  expect(typedValues(page({ email_address: 'ada@', first_name: '' }) as unknown as ParentNode)).toEqual({ emailAddress: 'ada@' })
  expect(typedValues(page({}) as unknown as ParentNode)).toEqual({})
})
