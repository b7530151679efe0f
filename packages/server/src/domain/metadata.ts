import type { Metadata } from './user.ts'

const maxBytes = 8 * 1024
const poisoned = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Is this JSON that may be kept with a user? A plain object of at most 8 kB, without keys that could reach a prototype, without NUL
 * and without numbers that JSON has no word for.
 */
export function isMetadata(value: unknown): value is Metadata {
  return isPlainObject(value) && isClean(value, 0) && Buffer.byteLength(JSON.stringify(value)) <= maxBytes
}

/** Merges deeply; `null` removes a key. @see RFC 7396 */
export function mergeMetadata(target: Metadata, patch: Metadata): Metadata {
  const merged: Record<string, unknown> = { ...target }
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key]
    else if (isPlainObject(value)) merged[key] = mergeMetadata(isPlainObject(merged[key]) ? merged[key] : {}, value)
    else merged[key] = value
  }
  return merged
}

function isPlainObject(value: unknown): value is Metadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isClean(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000')
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth > 10) return false
  return Object.entries(value).every(([key, inner]) => !poisoned.has(key) && isClean(key, depth) && isClean(inner, depth + 1))
}
