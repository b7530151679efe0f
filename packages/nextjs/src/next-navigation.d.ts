// Without the extension, since Next.js gives server code another module under this very name. TypeScript finds it by the file.
declare module 'next/navigation' {
  export * from 'next/navigation.js'
}
