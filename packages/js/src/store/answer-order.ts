/** A request under way, and what its answer may still do. */
export interface Begun {
  /** Its answer is here, or none will come. */
  end(): void
  /**
   * May the client in its answer replace the one that is known?
   * @param age how much later than the known one the client is, by its `updated_at`
   */
  counts(age: number): boolean
}

/** Decides between answers that overtook each other. */
export interface AnswerOrder {
  begin(write: boolean): Begun
  /** No answer to what was begun before now counts any more. */
  forget(): void
}

/** Keeps the order of answers. */
export function createAnswerOrder(): AnswerOrder {
  let epoch = 0
  let written = 0
  return {
    begin(write) {
      const of = { epoch, written }
      return {
        end: () => void (written += write ? 1 : 0),
        counts(age) {
          if (of.epoch !== epoch) return false
          // A write counts itself in `written` once it has ended.
          const overtaken = written - (write ? 1 : 0) > of.written
          // A read that a write has overtaken tells of the world before it; a write does when the server says so.
          return !overtaken || (write && age >= 0)
        },
      }
    },
    forget: () => void epoch++,
  }
}
