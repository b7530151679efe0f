/** What is told of an application: keys, ids and addresses. */
export type PrintableApplication = {
  readonly [Field in 'applicationId' | 'instanceId' | 'name' | 'type' | 'publishableKey' | 'frontendApiUrl' | 'backendApiUrl']: string
} & { readonly secretKey: string | null }

/** An application as programs read it. */
export function applicationJson(app: PrintableApplication) {
  return {
    application_id: app.applicationId,
    instance_id: app.instanceId,
    name: app.name,
    instance_type: app.type,
    publishable_key: app.publishableKey,
    secret_key: app.secretKey,
    frontend_api_url: app.frontendApiUrl,
    backend_api_url: app.backendApiUrl,
  }
}
