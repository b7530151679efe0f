/** The former value as long as the new one says the same, so that what is drawn from it need not be drawn again. Methods do not count. */
export function keep<T>(former: T | undefined, value: T): T {
  return former !== undefined && JSON.stringify(former) === JSON.stringify(value) ? former : value
}

/** The same for a list: its former self when every entry is. */
export function keepList<T>(former: readonly T[], list: readonly T[]): readonly T[] {
  return former.length === list.length && list.every((one, index) => one === former[index]) ? former : list
}
