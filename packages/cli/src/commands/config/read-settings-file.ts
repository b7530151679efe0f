import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../../usage-error.ts'

/** The settings in a file, as they stand there. @throws UsageError when there is no such file, or it is none of settings */
export function readSettingsFile(cwd: string, file: string): Readonly<Record<string, unknown>> {
  const { settings, ...others } = asObject(parsed(textOf(cwd, file), file), file)
  const [other] = Object.keys(others)
  if (other !== undefined || settings === undefined)
    throw new UsageError(`${file} ${other === undefined ? 'has no "settings"' : `has "${other}" beside "settings"`}. ${shape}`)
  return asObject(settings, file)
}

const shape = 'Settings stand in it as {"settings": {"session.lifetime": "12h"}}: latchkey config pull writes one.'

function textOf(cwd: string, file: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8')
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Write one with latchkey config pull --write ${file}.`,
    )
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}.`)
  }
}

function asObject(value: unknown, file: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>
  throw new UsageError(`${file} is not an object of settings. ${shape}`)
}
