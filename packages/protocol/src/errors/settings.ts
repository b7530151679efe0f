import type { ErrorDefinition } from './definition.ts'

/** Why settings of an instance, or of its users, cannot be changed so. */
export const SETTINGS_ERRORS = {
  breaks_instance_invariant: {
    status: 400,
    message: 'The settings would contradict each other.',
    longMessage: 'With this change the settings of the instance would not fit together. Change the others first.',
  },
} as const satisfies Readonly<Record<string, ErrorDefinition>>
