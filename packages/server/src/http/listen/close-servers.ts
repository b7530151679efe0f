import type { Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import type { Server } from 'node:net'

const drainMs = 10_000
const lookAgainMs = 50

/**
 * Stops listening, lets requests under way finish, and then cuts what is left.
 * @param fronts the servers that listen
 * @param serving those that speak HTTP
 */
export async function closeServers(fronts: readonly Server[], serving: readonly (HttpServer | HttpsServer)[]): Promise<void> {
  const closed = Promise.all(fronts.map((front) => new Promise((resolve) => front.close(resolve))))
  const closeIdle = () => serving.forEach((server) => server.closeIdleConnections())
  closeIdle()
  const sweep = setInterval(closeIdle, lookAgainMs)
  const deadline = setTimeout(() => serving.forEach((server) => server.closeAllConnections()), drainMs)
  await closed
  clearInterval(sweep)
  clearTimeout(deadline)
  // Those that never listened have only their look-out for slow senders to stop.
  for (const server of serving) if (!fronts.includes(server)) server.close()
}
