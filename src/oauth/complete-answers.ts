/** What SMART asks of the library's answers beyond OpenID Connect (SMART App Launch 2.2, "Obtain access token"). */
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { ADVERTISED_SCOPES } from './app-scopes.ts';

export function completeAnswers(provider: Provider): void {
  provider.use(async (ctx: KoaContextWithOIDC, next) => {
    await next();
    const oidc = (ctx as Partial<KoaContextWithOIDC>).oidc;
    if (oidc?.route === 'token' || oidc?.route === 'introspection') ctx.set('Pragma', 'no-cache');
    if (typeof ctx.body !== 'object' || ctx.body === null) return;
    // Stock apps do not ask for `launch/patient` and stop where the answer names no patient.
    const patient = oidc?.entities.AccessToken?.extra?.['patient'];
    if (oidc?.route === 'token' && ctx.status === 200 && patient !== undefined) ctx.body = { ...ctx.body, patient };
    if (oidc?.route === 'discovery')
      ctx.body = withTruth(ctx.body as Readonly<Record<string, unknown>>, provider.issuer);
  });
}

/** The library lists what it could do; here is what is done. */
function withTruth(metadata: Readonly<Record<string, unknown>>, issuer: string): object {
  return {
    ...metadata,
    scopes_supported: ADVERTISED_SCOPES,
    response_modes_supported: ['query'],
    userinfo_endpoint: `${issuer}/userinfo`,
  };
}
