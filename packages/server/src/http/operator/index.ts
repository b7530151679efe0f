import { z } from 'zod'
import { changeSettings, SettingsChanged } from '../../actions/instance/change-settings.ts'
import { readSettings } from '../../actions/instance/read-settings.ts'
import { Refusal } from '../../domain/refusal.ts'
import { changedSettingsJson, describedSettingsJson } from '../../wire/index.ts'
import { flagParam } from '../backend/query.ts'
import { type EndpointHandler, type HandlersOf, taking } from '../handler.ts'
import { json } from '../reply/reply.ts'

/** Every setting of the instance, and what each of them is. */
const getSettings: EndpointHandler<'operator/get-settings'> = async ({ ports }, { instance }) => {
  const read = await readSettings(ports, instance.id)
  if (read === null) throw new Refusal('resource_not_found')
  return json(describedSettingsJson(instance.id, read), { headers: { ETag: `"${read.version}"` } })
}

/** What is beside these would be a setting that somebody forgot to put in, and is refused. */
const fields = z.strictObject({ settings: z.record(z.string(), z.unknown()), version: z.string().max(64).optional() })

/**
 * Changes the settings that are named and leaves the others. `version`, or `If-Match`, makes it conditional on what was read before;
 * `dry_run=true` changes nothing.
 */
const updateSettings = taking('operator/update-settings', fields, async (context, request, { settings: changes, version: named }) => {
  const { instance, source, query, incoming } = request
  const version = bothOf(named, matched(incoming.request.headers.get('if-match')))
  const dryRun = flagParam(query, 'dry_run') ?? false
  try {
    const changed = await changeSettings(context.ports, source, instance.id, { changes, version, dryRun })
    if (!dryRun) context.instances.clear()
    return json(changedSettingsJson(instance.id, changed, dryRun), { headers: { ETag: `"${changed.version}"` } })
  } catch (error) {
    if (error instanceof SettingsChanged) throw new Refusal('conflict', { param: 'version', meta: { ...error.now } })
    throw error
  }
})

/** Where the body and the header name a version, both must hold; two that differ cannot. */
function bothOf(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || other === undefined || one === other ? (one ?? other) : 'neither'
}

/** The version of an `If-Match`; `*` is any. A list, or a weak tag, matches none of ours. */
function matched(header: string | null): string | undefined {
  if (header === null || header === '*') return undefined
  return /^"([^"]*)"$/.exec(header)?.[1] ?? header
}

/** What an operator may do over HTTP. */
export const operatorHandlers: HandlersOf<'operator'> = {
  'operator/get-settings': getSettings,
  'operator/update-settings': updateSettings,
}
