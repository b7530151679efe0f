import type { NextConfig } from 'next'

const config: NextConfig = {
  transpilePackages: [
    '@latchkey/backend',
    '@latchkey/js',
    '@latchkey/nextjs',
    '@latchkey/protocol',
    '@latchkey/react',
    '@latchkey/themes',
    '@latchkey/ui',
  ],
  typescript: { ignoreBuildErrors: true },
  images: { localPatterns: [{ pathname: '/**' }] },
  rewrites: async () => [{ source: '/r/:path*', destination: '/orders/:path*' }],
}

export default config
