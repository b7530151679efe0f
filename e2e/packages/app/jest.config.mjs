import nextJest from 'next/jest.js'

export default nextJest({ dir: './' })({ testEnvironment: 'jsdom', testMatch: ['**/tests/*.test.tsx'] })
