/** A colour as it may stand in settings, `#rrggbb` in lower case. Nothing else is one, so a colour can carry no other CSS. */
export function colourOf(text: string): string | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text)
  const long =
    short === null
      ? text
      : `#${short
          .slice(1)
          .map((digit) => digit + digit)
          .join('')}`
  return /^#[0-9a-f]{6}$/i.test(long) ? long.toLowerCase() : null
}

const channels = (colour: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** Relative luminance, 0 to 1. @see WCAG 2.2, relative luminance */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255
    return channel <= 10 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** How far two colours are apart, 1 to 21. @see WCAG 2.2, contrast ratio */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter! + 0.05) / (darker! + 0.05)
}

/** Black or white, whichever reads better on a colour: at least 4.5:1 on any. */
export function foregroundOn(colour: string): '#000000' | '#ffffff' {
  return (['#ffffff', '#000000'] as const).toSorted((one, other) => contrast(colour, other) - contrast(colour, one))[0]!
}

/** The colour, lightened until it stands out from a dark background by 3:1. */
export function lightenedOn(background: string, colour: string): string {
  const mixed = (share: number) =>
    `#${channels(colour)
      .map((channel) =>
        Math.round(channel + (255 - channel) * share)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`
  const lighter = Array.from({ length: 20 }, (_, nth) => mixed(nth * 0.05))
  return lighter.find((one) => Math.floor(contrast(one, background)) >= 3) ?? '#ffffff'
}
