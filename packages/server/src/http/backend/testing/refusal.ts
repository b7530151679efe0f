/** What a refused answer looks like, for `toMatchObject`. */
export function refusal(status: number, code: string, param?: string) {
  return { status, body: { errors: [{ code, ...(param !== undefined && { meta: { param_name: param } }) }] } }
}
