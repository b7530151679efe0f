export const GET = () => Response.json({ secret: 'PRIVATE-BYTES api' })

/** What pages of other origins may do. It sees whether anything of the visitor's came along. */
export const OPTIONS = (request: Request) =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': 'https://other.example',
      'x-saw': `${request.headers.get('cookie')} ${request.headers.get('authorization')}`,
    },
  })
