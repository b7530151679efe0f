export const GET = () => Response.json({ secret: 'PRIVATE-BYTES api settled' })
