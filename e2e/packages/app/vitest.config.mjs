export default { test: { include: ['tests/*.test.tsx'] } }
