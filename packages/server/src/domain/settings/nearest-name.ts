/** The name that somebody most likely meant, `null` when none is near. */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const meant = plainly(typed)
  const near = names
    .map((name) => ({ name, distance: distance(meant, plainly(name)) }))
    .toSorted((one, other) => one.distance - other.distance)
  const [best] = near
  return best !== undefined && best.distance <= Math.max(2, Math.floor(meant.length / 4)) ? best.name : null
}

const longest = 80

/** Cut before anything else is done with it: a stranger's name may have millions of letters. */
const plainly = (name: string) =>
  name
    .slice(0, 2 * longest)
    .toLowerCase()
    .replaceAll(/[-_. ]+/g, '.')
    .slice(0, longest)

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
