import type { NextConfig } from 'next'

const config: NextConfig = {
  // Inside this repository the packages are TypeScript sources. An app that installs them from the registry leaves this out.
  transpilePackages: [
    '@latchkey/backend',
    '@latchkey/js',
    '@latchkey/nextjs',
    '@latchkey/protocol',
    '@latchkey/react',
    '@latchkey/themes',
    '@latchkey/ui',
    '@latchkey/words',
  ],
  devIndicators: false,
}

export default config
