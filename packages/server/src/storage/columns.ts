/** A boolean as both databases keep it. */
export type Flag = 0 | 1

/** Writes a boolean as 0 or 1. */
export function toFlag(value: boolean): Flag {
  return value ? 1 : 0
}

/** Reads a JSON column whose shape our own code wrote. */
export function fromJson<Shape>(text: string): Shape {
  return JSON.parse(text) as Shape
}
