/** May this request change something? Only pages of the app itself may. */
export function mayChange(request: Request, origin: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  return request.headers.get('origin') === origin || request.headers.get('sec-fetch-site') === 'same-origin'
}
