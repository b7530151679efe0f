import type { NextConfig } from 'next'

const config: NextConfig = {
  // The repository around this folder has a lock file of its own; the root of this application is here.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
}

export default config
