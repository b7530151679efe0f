/** A value as JSON can hold it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject

/** A JSON object whose keys belong to somebody else: the three kinds of metadata, an actor. Its keys are never renamed. */
export interface JsonObject {
  readonly [key: string]: JsonValue
}
