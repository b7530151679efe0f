/** The name that somebody most likely meant, `null` when none is near. */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const near = names
    .map((name) => ({ name, distance: distance(plainly(typed), plainly(name)) }))
    .toSorted((one, other) => one.distance - other.distance)
  const [best] = near
  return best !== undefined && best.distance <= Math.max(2, Math.floor(plainly(typed).length / 4)) ? best.name : null
}

const plainly = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[-_. ]+/g, '.')
    .slice(0, 80)

/** How many letters have to be put in, taken out or changed. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[other.length]!
}
