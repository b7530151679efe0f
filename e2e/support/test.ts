import { inspect } from 'node:util'

/** One thing a person or a program does, from its beginning to its end, with what must hold on the way. */
export interface Journey<World> {
  readonly title: string
  /** Seconds after which it is given up; 600 unless it says. */
  readonly patience?: number
  run(world: World): Promise<void>
}

/** A journey's world: made for it, told when it failed, and closed after it. */
export interface Worlds<World> {
  open(title: string): Promise<World>
  close(world: World): Promise<void>
  /** Keeps what shows the failure and says where. */
  failed?(world: World, title: string): Promise<string>
}

const usualPatience = 600

/** A journey with the worlds it is made in, whatever they are. */
export interface Trip {
  readonly title: string
  /** Makes the journey. @returns what went wrong, `null` when nothing did */
  go(): Promise<string | null>
}

/** Journeys in worlds of one kind, to stand in a row with those of others. */
export function trips<World>(journeys: readonly Journey<World>[], worlds: Worlds<World>): readonly Trip[] {
  return journeys.map((journey) => ({ title: journey.title, go: () => travel(journey, worlds) }))
}

/** Runs journeys in worlds of one kind, as {@link runTrips} does. */
export async function runJourneys<World>(journeys: readonly Journey<World>[], worlds: Worlds<World>): Promise<number> {
  return runTrips(trips(journeys, worlds))
}

/**
 * Runs journeys one after the other, each in a world of its own, and returns how many failed. A failed journey does not
 * stop the rest. Words on the command line choose the journeys whose titles contain one of them.
 */
export async function runTrips(all: readonly Trip[]): Promise<number> {
  const words = process.argv.slice(2).filter((word) => !word.startsWith('-'))
  const chosen = words.length === 0 ? all : all.filter(({ title }) => words.some((word) => title.includes(word)))
  if (chosen.length === 0) throw new Error(`No journey has ${words.join(' or ')} in its title.`)
  let failed = 0
  for (const { title, go } of chosen) {
    const begun = performance.now()
    const error = await go()
    const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
    console.log(`${error === null ? '✓' : '✗'} ${title} (${seconds} s)`)
    if (error === null) continue
    failed += 1
    console.log(error.replaceAll(/^/gm, '    '))
  }
  console.log(`${chosen.length - failed} passed, ${failed} failed`)
  return failed
}

async function travel<World>(journey: Journey<World>, worlds: Worlds<World>): Promise<string | null> {
  const { title, patience = usualPatience } = journey
  let world = null as World | null
  let alarm: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    alarm = setTimeout(() => reject(new Error(`Not finished after ${patience} seconds.`)), patience * 1_000)
  })
  const go = async (): Promise<void> => {
    world = await worlds.open(title)
    await journey.run(world)
  }
  try {
    await Promise.race([go(), late])
    return null
  } catch (error) {
    const said = inspect(error)
    const kept = world === null ? undefined : await worlds.failed?.(world, title).catch((reason) => `(nothing kept: ${reason})`)
    return kept ? `${said}\n${kept}` : said
  } finally {
    clearTimeout(alarm)
    if (world !== null) await worlds.close(world)
  }
}
