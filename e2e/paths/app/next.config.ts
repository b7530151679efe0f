import { readFileSync } from 'node:fs'
import type { NextConfig } from 'next'

/** What the suite sets the app up with besides. */
const { config: variation, rewrites } = JSON.parse(readFileSync('variation.json', 'utf8')) as {
  readonly config: NextConfig
  readonly rewrites: { source: string; destination: string }[]
}

const config: NextConfig = {
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
  typescript: { ignoreBuildErrors: true },
  images: { localPatterns: [{ pathname: '/**' }] },
  rewrites: async () => rewrites,
  ...variation,
}

export default config
