import type { CreatedApplication } from '../../../../actions/instance/create-application.ts'
import type { Described, Prepared } from '../described.ts'
import { ANY, field, NUMBER } from '../kinds.ts'
import { type Stage, PEER } from '../stage.ts'

const anybody = async (_stage: Stage, app: CreatedApplication): Promise<Prepared> => ({ base: app.frontendApiUrl, headers: {}, ip: PEER })

/** Requests that need no credentials. */
export const PUBLIC_REQUESTS: readonly Described[] = [
  { id: 'public/health', prepare: anybody, answers: 200, writes: [] },
  { id: 'public/get-jwks', prepare: anybody, answers: 200, writes: [] },
  { id: 'public/get-openid-configuration', prepare: anybody, answers: 200, writes: [] },
  {
    id: 'latchkey/list-inbox',
    prepare: async (stage, app) => ({
      ...(await anybody(stage, app)),
      base: `${app.backendApiUrl}/i/${app.slug}`,
      query: { to: 'nobody@example.com', limit: '1', wait: '0' },
    }),
    query: { to: field(ANY), limit: field(NUMBER), wait: field({ ...NUMBER, passed: ['empty', 'fraction'] }), after: field(ANY) },
    answers: 200,
    writes: [],
  },
]
