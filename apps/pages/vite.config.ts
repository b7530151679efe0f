import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Two builds of the same cards: what browsers load, and what the server draws with, which is one file that needs no packages beside it. */
export default defineConfig(({ isSsrBuild = false }) => ({
  root: here('.'),
  // The pages stand below any path, so that what one file says of another is relative to itself.
  base: './',
  ...(isSsrBuild && { ssr: { noExternal: true }, define: { 'process.env.NODE_ENV': '"production"' } }),
  build: {
    outDir: here(`../../packages/server/pages${isSsrBuild ? '/render' : ''}`),
    emptyOutDir: true,
    manifest: !isSsrBuild,
    minify: true,
    ssr: isSsrBuild,
    rolldownOptions: {
      // The server draws no card that is fetched later, and has no file beside the one.
      ...(isSsrBuild && { output: { codeSplitting: false } }),
      input: here(isSsrBuild ? 'src/render-page.tsx' : 'src/main.tsx'),
      // `use client` is for frameworks that render on a server, too; here it says nothing.
      onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
    },
    reportCompressedSize: false,
  },
  logLevel: 'warn',
}))
