// Jest loads no JavaScript modules by itself: what stands here is compiled for it.
export default { transpilePackages: ['@latchkey/nextjs'] }
