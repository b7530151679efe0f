import * as edge from '../index.ts'
import * as node from '../index.node.ts'

/** Both entries of the package. What holds for one holds for the other. */
export const entries = [
  { entry: 'Node', ...pick(node) },
  { entry: 'Edge', ...pick(edge) },
]

function pick({ verifyToken, authenticateRequest }: typeof edge): Pick<typeof edge, 'verifyToken' | 'authenticateRequest'> {
  return { verifyToken, authenticateRequest }
}
