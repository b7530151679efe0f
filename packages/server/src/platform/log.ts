import pino from 'pino'
import { redactText, redactValue } from './redact.ts'

/** Facts of one event, written beside its sentence. */
export type LogFields = Readonly<Record<string, unknown>>

/** Where the server says what happens. Nothing secret gets through, whatever it is handed. */
export interface Log {
  debug(fields: LogFields, message: string): void
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
}

/** What is written: this level and the more serious ones. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** How and where the log is written. */
export interface LogOptions {
  /** `json`: one object a line, for machines. `pretty`: short lines, for the person at the terminal. */
  readonly format: 'pretty' | 'json'
  readonly level: LogLevel
  /** Gets whole lines; standard output when left out. */
  readonly destination?: { write(line: string): void }
}

/** A log that drops values under secret names and secrets inside texts before they reach pino. */
export function createLog({ format, level, destination = pino.destination({ dest: 1, sync: true }) }: LogOptions): Log {
  const lines = format === 'json' ? destination : { write: (line: string) => destination.write(prettyLine(line)) }
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    lines,
  )
  const at = (name: Exclude<LogLevel, 'silent'>) => (fields: LogFields, message: string) => {
    // Redacting costs more than writing, so what would not be written is not looked at.
    if (logger.isLevelEnabled(name)) logger[name](redactValue(withoutReserved(fields)), redactText(message))
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

const reserved = ['time', 'level', 'msg']

/** A field named like pino's own would be written twice, and readers differ in which they believe. */
function withoutReserved(fields: LogFields): LogFields {
  if (!reserved.some((name) => name in fields)) return fields
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [reserved.includes(name) ? `${name}_` : name, value]))
}

/** `08:15:30 warn  A mail waits. id=msg_1`, errors indented below, so that nothing in a field can pass for a line of its own. */
function prettyLine(json: string): string {
  const { time, level, msg, ...fields } = JSON.parse(json) as { time: string; level: string; msg: string; [key: string]: unknown }
  const head = `${time.slice(11, 19)} ${level.padEnd(5)} ${visible(msg)}`
  const stacks: string[] = []
  const tail = Object.entries(fields).map(([key, value]) => {
    const stack = stackOf(value)
    if (stack === null) return ` ${visible(key)}=${prettyValue(value)}`
    stacks.push(...stack.split('\n').map((line) => `         ${visible(line.trim())}\n`))
    return ''
  })
  return `${head}${tail.join('')}\n${stacks.join('')}`
}

function prettyValue(value: unknown): string {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value
  return visible(JSON.stringify(value))
}

function stackOf(value: unknown): string | null {
  const stack = (value as { readonly stack?: unknown } | null | undefined)?.stack
  return typeof stack === 'string' ? stack : null
}

/** Control characters, which could move the cursor or start a line, as escapes. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
