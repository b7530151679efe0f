export { ERRORS } from './errors.ts'
export type { ErrorCode, ErrorDefinition, ErrorJSON, ErrorMetaJSON, ErrorsJSON } from './errors.ts'
export { STRATEGIES } from './strategies.ts'
export type { Channel, FactorLevel, IdentifierName, StrategyKind, StrategyName, StrategyTraits } from './strategies.ts'
