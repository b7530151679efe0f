// What TypeScript sees: it does not know which of the two variants a file will get.
export * from './index.react-server.ts'
