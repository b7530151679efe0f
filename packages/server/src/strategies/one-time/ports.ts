/** What one-time secrets need of the machine. */
export interface OneTimePorts {
  /** 32 bytes or more from the system's generator. */
  random(length: number): Uint8Array
  hmac(key: Uint8Array, text: string): Uint8Array
  sha256(text: string): string
  equal(a: string, b: string): boolean
  /** Keyed by the deployment's secrets key, so that a stolen database does not give codes away. */
  readonly pepper: Uint8Array
  /** Those of other secrets keys, while one is being changed: codes that were sent before are still good. */
  readonly otherPeppers?: readonly Uint8Array[]
}
