import { planChanges, type SettingChange, type SettingFault, type WantedSettings } from '../../domain/settings/plan-changes.ts'
import type { SettingSpeech } from '../../domain/settings/setting-kind.ts'
import { wordOf } from '../../domain/settings/setting-words.ts'
import { findInstance, updateSettings } from '../../storage/index.ts'
import { type EventSource, record } from '../audit/record.ts'
import type { Ports } from '../ports.ts'
import { asRead, type ReadSettings } from './read-settings.ts'

/** What cannot be done about settings, and why. */
export class SettingsRefused extends Error {
  readonly faults: readonly SettingFault[]

  constructor(faults: readonly SettingFault[]) {
    super(faults.map(({ sentence }) => sentence).join(' '))
    this.faults = faults
  }
}

/** Somebody changed the settings since they were read. */
export class SettingsChanged extends Error {
  readonly now: ReadSettings

  constructor(now: ReadSettings) {
    super('The settings were changed by somebody else since you read them. Look at them again, then repeat your change.')
    this.now = now
  }
}

/** The instance is gone. */
export class NoSuchInstance extends Error {}

/** What is asked for. */
export interface SettingsRequest {
  readonly changes: WantedSettings
  /** How values are written there; JSON unless told otherwise. */
  readonly speech?: SettingSpeech | undefined
  /** What becomes of settings that are not named: kept unless told otherwise, or what a new instance has. */
  readonly others?: 'kept' | 'default' | undefined
  /** Refuses the change when the settings are no longer those of this version. */
  readonly version?: string | undefined
  /** Changes nothing, and says what would change. */
  readonly dryRun?: boolean | undefined
}

/** What came of it. */
export interface ChangedSettings extends ReadSettings {
  readonly changes: readonly SettingChange[]
}

/**
 * Changes settings of an instance, all of them or none. Servers that run go by them within a second.
 * @throws SettingsRefused for a name that is no setting's, a value that is none of it, or settings that would not fit together
 * @throws SettingsChanged when they are not those of the version that the request names
 */
export async function changeSettings(
  ports: Pick<Ports, 'storage' | 'clock' | 'random'>,
  source: EventSource,
  instanceId: string,
  request: SettingsRequest,
): Promise<ChangedSettings> {
  for (;;) {
    const changed = await ports.storage.transaction(async (db): Promise<ChangedSettings | null> => {
      const instance = await findInstance({ db }, { id: instanceId })
      if (instance === null) throw new NoSuchInstance('This application no longer exists.')
      const before = asRead(instance.settings)
      if (request.version !== undefined && request.version !== before.version) throw new SettingsChanged(before)
      const plan = planChanges(instance.settings, request.changes, request)
      if (!plan.ok) throw new SettingsRefused(plan.faults)
      const { next, changes } = plan
      if (request.dryRun === true) return { ...before, changes }
      if (changes.length === 0) return { ...before, changes }
      // Somebody was faster: what they changed is read before it is changed again.
      if (!(await updateSettings({ db }, instance, next))) return null
      await record(ports, { db, instanceId }, source, { type: 'settings.updated', userId: null, detail: { changes: changes.map(spoken) } })
      return { ...asRead(next), changes }
    })
    if (changed !== null) return changed
  }
}

/** As the trail shows it: the words of the command line. */
function spoken({ name, from, to }: SettingChange) {
  return { name, from: wordOf(name, from), to: wordOf(name, to) }
}
