import { frontendApiBase, publishableKeyOf } from '../../domain/frontend-api.ts'
import type { Instance } from '../../domain/instance.ts'
import { listApplications } from '../../storage/index.ts'
import type { Ports } from '../ports.ts'
import { printableSecretKey } from './secret-key.ts'
import type { CreatedApplication } from './create-application.ts'

/** An application as the command line and the home page show it; the secret key only while it can be shown. */
export type ApplicationDescription = Omit<CreatedApplication, 'secretKey'> & { readonly secretKey: string | null }

/** Every instance of every application, oldest first. */
export async function describeApplications(
  ports: Pick<Ports, 'storage' | 'seal' | 'publicUrl'>,
): Promise<readonly ApplicationDescription[]> {
  const all = await listApplications({ db: ports.storage.db })
  return Promise.all(all.flatMap(({ application, instances }) => instances.map((instance) => describe(ports, application.name, instance))))
}

async function describe(
  ports: Pick<Ports, 'storage' | 'seal' | 'publicUrl'>,
  name: string,
  instance: Instance,
): Promise<ApplicationDescription> {
  return {
    applicationId: instance.applicationId,
    instanceId: instance.id,
    name,
    slug: instance.slug,
    type: instance.type,
    publishableKey: publishableKeyOf(instance, ports.publicUrl),
    secretKey: await printableSecretKey(ports, { db: ports.storage.db }, instance.id),
    frontendApiUrl: frontendApiBase(instance, ports.publicUrl),
    backendApiUrl: ports.publicUrl,
  }
}
