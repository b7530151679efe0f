import { afterAll, beforeAll, describe, expect } from 'vitest'
import { type Stage, stages } from './stage.ts'

/** Runs a walk on a server on each database. It fails when the server wrote a warning or an error to its log. */
export function onStages(name: string, walk: (stage: () => Stage) => void): void {
  describe.each(stages)(`${name} on $dialect`, ({ open }) => {
    let stage: Stage
    beforeAll(async () => {
      stage = await open()
    }, 60_000)
    afterAll(async () => {
      await stage.close()
      expect(stage.complaints).toEqual([])
    })
    walk(() => stage)
  })
}
