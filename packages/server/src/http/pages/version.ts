/** The version of this server. Written here too, because a bundled one has no package.json beside it. */
export const VERSION = '0.1.0'
