export const GET = () => new Response('PRIVATE-BYTES file', { headers: { 'cache-control': 'public, max-age=3600' } })
