'use client'
import type { ComponentProps } from 'react'
import { useLook } from '../appearance/look.tsx'

/** A lesser thing to do, as words one can press. @param of the key of its element */
export function TextButton({ of, ...rest }: ComponentProps<'button'> & { of: string }) {
  // The box carries the weight of the letters, which a page's reset of buttons would take from the button.
  return (
    <span className="lk-linkBox">
      <button type="button" {...rest} {...useLook().el(of)} data-link="" />
    </span>
  )
}
