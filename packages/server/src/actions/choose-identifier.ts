import { IDENTIFIER_NAMES, type IdentifierName } from '@latchkey/protocol'
import type { Identification } from '../domain/identification.ts'
import type { Identifier } from '../domain/identifiers/identifier.ts'
import { Refusal } from '../domain/refusal.ts'
import { attributeIsAsked } from '../domain/settings/attribute-rules.ts'
import { isProvable } from '../domain/settings/attributes.ts'
import type { InstanceSettings } from '../domain/settings/instance-settings.ts'
import { deleteIdentification, Duplicate, insertIdentification, type InstanceScope, updateUser } from '../storage/index.ts'
import { type EventSource, record } from './audit/record.ts'
import { newId } from './new-id.ts'
import { requireIdentifier } from './parse-fields.ts'
import type { Ports } from './ports.ts'

/** What a request says of identifiers that nothing proves, each under its name; `null` and an empty text take one away. */
export type ChosenFields = { readonly [Name in IdentifierName]?: string | null | undefined }

/** What becomes of the identifiers that a request names. */
export type Chosen = readonly { readonly type: IdentifierName; readonly identifier: Identifier | null }[]

/**
 * The identifiers that a request names and nothing proves; those that something proves are added by their own endpoints.
 * @throws Refusal `form_param_unknown` for one that the instance does not ask for, and what is wrong with one
 */
export function chosenIn(request: ChosenFields, settings: Pick<InstanceSettings, 'attributes'>): Chosen {
  return IDENTIFIER_NAMES.filter((type) => !isProvable(type) && request[type] !== undefined).map((type) => {
    const text = request[type] ?? ''
    if (text === '') return { type, identifier: null }
    if (!attributeIsAsked(settings, type)) throw new Refusal('form_param_unknown', { param: type })
    return { type, identifier: requireIdentifier(type, text) }
  })
}

/**
 * Gives a user one identifier of a kind that nothing proves in place of the one they had, or takes that away. The user must be held.
 * @returns whether that changes anything
 * @throws Refusal `form_identifier_exists`
 */
export async function chooseIdentifier(
  ports: Pick<Ports, 'clock' | 'random'>,
  scope: InstanceScope,
  source: EventSource,
  of: {
    readonly userId: string
    readonly identifications: readonly Identification[]
    readonly chosen: Chosen[number]
    readonly by: 'claim' | 'admin'
  },
): Promise<boolean> {
  const { type, identifier } = of.chosen
  const { userId } = of
  const before = of.identifications.find((one) => one.type === type)
  if (before?.value === identifier?.value) return false
  if (before !== undefined) await deleteIdentification(scope, before.id)
  const now = ports.clock.now()
  const id = identifier === null ? null : newId(ports, 'identification')
  if (identifier !== null) {
    const identification = { id: id!, userId, ...identifier, provenBy: of.by, createdAt: now, updatedAt: now }
    await insertIdentification(scope, identification).catch((error: unknown) => {
      throw error instanceof Duplicate ? new Refusal('form_identifier_exists', { param: type }) : error
    })
  }
  await updateUser(scope, userId, { primaries: { [type]: id } }, now)
  if (id === null) await record(ports, scope, source, { type: `${type}.deleted`, userId, detail: { id: before!.id } })
  else if (before === undefined) await record(ports, scope, source, { type: `${type}.created`, userId, detail: { id, verified: false } })
  else await record(ports, scope, source, { type: `${type}.updated`, userId, detail: { id, fields: ['value'] } })
  return true
}
