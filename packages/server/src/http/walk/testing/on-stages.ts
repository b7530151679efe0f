import { afterAll, beforeAll, describe, expect } from 'vitest'
import { ofToday } from './of-today.ts'
import { type Stage, stages } from './stage.ts'

/** Those steps of a walk that are gone today: see {@link ofToday}. */
export type Today = <Step>(steps: readonly Step[]) => readonly Step[]

/** Runs a walk on a server on each database. It fails when the server wrote a warning or an error to its log. */
export function onStages(name: string, walk: (stage: () => Stage, today: Today) => void): void {
  describe.each(stages)(`${name} on $dialect`, ({ dialect, open }) => {
    let stage: Stage
    beforeAll(async () => {
      stage = await open()
    }, 60_000)
    afterAll(async () => {
      await stage.close()
      expect(stage.complaints).toEqual([])
    })
    walk(
      () => stage,
      (steps) => ofToday(dialect, steps),
    )
  })
}
