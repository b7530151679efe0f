'use client'
import type { Environment } from '@latchkey/js'
import { useLook } from '../appearance/look.tsx'
import { Key } from './icons.tsx'

/** The application's logo; its first letter on a tile where it has none, so that nothing has to be fetched to look like somebody's. */
export function Logo({ environment }: { readonly environment: Environment }) {
  const { el, options } = useLook()
  const { applicationName: name, homeUrl } = environment
  const url = options.logoImageUrl ?? environment.logoUrl
  const link = options.logoLinkUrl ?? homeUrl
  const letter = /[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase()
  const drawn =
    url === null ? (
      <span {...el('logoMark')} aria-hidden="true">
        {letter ?? <Key />}
      </span>
    ) : (
      <img {...el('logoImage')} src={url} alt={name} height={32} />
    )
  return (
    <div {...el('logoBox')}>
      {link === null ? (
        drawn
      ) : (
        <a href={link} aria-label={name || link}>
          {drawn}
        </a>
      )}
    </div>
  )
}
