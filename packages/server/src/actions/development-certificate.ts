import { join } from 'node:path'
import { type Certificate, readOrCreateCertificate } from '../platform/self-signed.ts'

/** The certificate a development server speaks TLS with: made on the first start, kept with the data. */
export function developmentCertificate(dataDir: string): Certificate {
  return readOrCreateCertificate(join(dataDir, 'tls.pem'))
}
