import { existsSync } from 'node:fs'
import { join } from 'node:path'
import SwaggerParser from '@apidevtools/swagger-parser'
import { describe, expect, test } from 'vitest'
import type { JsonSchema } from './json-schema.ts'
import { type ApiName, openApi } from './open-api.ts'

/** A folder with the published descriptions of the wire, `fapi.yml` and `bapi.yml`; they are not part of this project. */
const folder = process.env.LATCHKEY_REFERENCE_SPECS ?? ''
const there = existsSync(join(folder, 'bapi.yml')) && folder !== ''
if (!there) console.log('  Not compared with the published descriptions: LATCHKEY_REFERENCE_SPECS names no folder that has them.')

/** What is beyond the wire that is published, and meant to be. */
const OURS: { readonly [Name in ApiName]?: readonly string[] } = {
  // SDKs call it, undescribed.
  frontend: ['GET /v1/client/touch', 'POST /v1/latchkey/session', 'GET /v1/latchkey/inbox'],
  // SDKs call it, undescribed.
  backend: ['GET /v1/clients/handshake_payload'],
}

const compared = async (name: ApiName, file: string) => {
  const theirs = operationsOf((await SwaggerParser.parse(join(folder, file))) as unknown as Document)
  const ours = operationsOf(openApi(name) as unknown as Document)
  const shared = [...ours.keys()].filter((key) => theirs.has(key))
  const [left, right] = [ours, theirs].map((all) => new Set(shared.flatMap((key) => [...partsOf(key, all.get(key)!)])))
  return {
    endpoints: [...ours.keys()].filter((key) => !theirs.has(key)),
    parts: [...left!].filter((part) => !right!.has(part)).toSorted(),
    missing: [...right!].filter((part) => !left!.has(part)).toSorted(),
  }
}

describe.runIf(there)('beside the published description', () => {
  test('the Frontend API has nothing of its own but this', async () => {
    const { endpoints, parts, missing } = await compared('frontend', 'fapi.yml')
    console.log(`Only in fapi.yml, at endpoints that both have:\n${missing.join('\n')}`)
    expect(endpoints).toEqual(OURS.frontend)
    expect(parts).toMatchInlineSnapshot(`
      [
        "GET /v1/tickets/accept query.redirect_url",
        "PATCH /v1/client/sign_ups/{} body.locale",
        "PATCH /v1/me body.unsafe_metadata",
        "POST /v1/client/sign_ins/{}/attempt_second_factor body.ticket",
        "POST /v1/client/sign_ins/{}/attempt_second_factor body.token",
        "POST /v1/client/sign_ups body.locale",
        "POST /v1/client/sign_ups/{}/attempt_verification body.ticket",
        "POST /v1/me/email_addresses/{}/attempt_verification body.strategy",
        "POST /v1/me/email_addresses/{}/attempt_verification body.ticket",
        "POST /v1/me/email_addresses/{}/attempt_verification body.token",
        "accounts.background_color",
        "answer.latchkey",
        "answer.token",
        "auth_config.preferred_channels",
        "auth_config.session_minter",
        "buttons.font_color",
        "buttons.font_family",
        "buttons.font_weight",
        "email_address.nonce",
        "external_account.nonce",
        "external_account.verified_at_client",
        "general.background_color",
        "general.border_radius",
        "general.box_shadow",
        "general.color",
        "general.font_color",
        "general.font_family",
        "general.label_font_weight",
        "general.padding",
        "latchkey.email_address_verifications",
        "latchkey.primary_colors",
        "mfa.required",
        "organization_creation_defaults.enabled",
        "organization_settings.force_organization_selection",
        "organization_settings.organization_creation_defaults",
        "primary_colors.dark",
        "primary_colors.light",
        "protect_config.id",
        "protect_config.object",
        "response.enterprise_accounts",
        "response.external_account",
        "response.external_account_strategy",
        "response.has_password",
        "response.latest_activity",
        "response.locale",
        "response.protect_check",
        "second_factor.enabled",
        "second_factor_verification.external_verification_redirect_url",
        "second_factor_verification.nonce",
        "sign_up.allowlist_only",
        "sign_up.external_account",
        "sign_up.external_account_strategy",
        "sign_up.has_password",
        "sign_up.locale",
        "sign_up.mfa",
        "sign_up.protect_check",
        "theme.accounts",
        "theme.buttons",
        "theme.general",
        "user.enterprise_accounts",
        "user.locale",
      ]
    `)
  }, 120_000)

  test('the Backend API has nothing of its own but this', async () => {
    const { endpoints, parts, missing } = await compared('backend', 'bapi.yml')
    console.log(`Only in bapi.yml, at endpoints that both have:\n${missing.join('\n')}`)
    expect(endpoints).toEqual(OURS.backend)
    expect(parts).toMatchInlineSnapshot(`
      [
        "GET /v1/users query.locked",
        "GET /v1/users/count query.limit",
        "GET /v1/users/count query.locked",
        "GET /v1/users/count query.offset",
        "GET /v1/users/count query.order_by",
        "GET /v1/users/count query.starting_after",
        "PATCH /v1/users/{} body.phone_number",
        "PATCH /v1/users/{} body.private_metadata",
        "PATCH /v1/users/{} body.public_metadata",
        "PATCH /v1/users/{} body.unsafe_metadata",
        "PATCH /v1/users/{} body.web3_wallet",
        "answer.data",
        "data.abandon_at",
        "data.actor",
        "data.client_id",
        "data.created_at",
        "data.expire_at",
        "data.id",
        "data.last_active_at",
        "data.last_active_organization_id",
        "data.last_active_session_id",
        "data.last_authentication_strategy",
        "data.latest_activity",
        "data.object",
        "data.session_ids",
        "data.sessions",
        "data.sign_in_id",
        "data.sign_up_id",
        "data.status",
        "data.tasks",
        "data.updated_at",
        "data.user_id",
      ]
    `)
  }, 120_000)
})

interface Document {
  readonly paths: { readonly [path: string]: { readonly [method: string]: JsonSchema } }
}
interface Found {
  readonly operation: JsonSchema
  readonly document: Document
}

/** By verb and path, whatever its parameters are called. */
function operationsOf(document: Document): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>()
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const plain = `${path.startsWith('/v1') || path.startsWith('/.') ? '' : '/v1'}${path}`.replaceAll(/\{\w+\}/g, '{}')
      found.set(`${method.toUpperCase()} ${plain}`, { operation, document })
    }
  }
  return found
}

/** Every parameter and field of an endpoint, and every member of its answers of 200 by the member that it is in. */
function partsOf(key: string, { operation, document }: Found): ReadonlySet<string> {
  const follow = (value: unknown): JsonSchema => {
    const schema = (value ?? {}) as JsonSchema
    if (schema.$ref === undefined) return schema
    const names = schema.$ref.slice(2).split('/')
    return follow(names.reduce<unknown>((at, name) => (at as Record<string, unknown>)[decodeURIComponent(name)], document))
  }
  const parts = new Set<string>()
  const seen = new Set<string>()
  const members = (value: unknown, within: string): void => {
    const schema = follow(value)
    for (const word of ['allOf', 'anyOf', 'oneOf']) for (const one of (schema[word] ?? []) as readonly unknown[]) members(one, within)
    if (schema.items !== undefined) members(schema.items, within)
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      parts.add(`${within}.${name}`)
      const known = `${within}.${name} ${JSON.stringify(inner).slice(0, 200)}`
      if (!seen.has(known)) members((seen.add(known), inner), within.includes(' ') ? within : name)
    }
  }
  for (const parameter of (operation.parameters ?? []) as readonly unknown[]) {
    const { in: where, name } = follow(parameter)
    if (where === 'query' && typeof name === 'string' && !name.startsWith('_')) parts.add(`${key} query.${name}`)
  }
  const schemasOf = (value: unknown) => Object.values((follow(value).content ?? {}) as { readonly [type: string]: JsonSchema })
  for (const { schema } of schemasOf(operation.requestBody)) {
    for (const name of Object.keys(follow(schema).properties ?? {})) parts.add(`${key} body.${name}`)
  }
  for (const { schema } of schemasOf((operation.responses as JsonSchema)['200'])) members(schema, 'answer')
  return parts
}
