// The same tests as Jest's, with the same functions there without an import.
export default { test: { include: ['tests/*.test.tsx'], environment: 'jsdom', globals: true } }
