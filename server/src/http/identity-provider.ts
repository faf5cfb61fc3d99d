import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as oidc from "openid-client";
import * as z from "zod";
import type { Database } from "../database/database.ts";
import { Failure } from "../errors.ts";
import { type Identity, signInByIdentity } from "../features/accounts/identities.ts";
import type { OidcSettings, Settings } from "../settings.ts";
import { originOf } from "./identify.ts";
import { sessionCookieWriter } from "./session-cookie.ts";

const PATH = "/auth/oidc";
const CALLBACK = `${PATH}/callback`;
/** What a sign-in that is under way is sealed as. */
const CONTEXT = "concord_oidc";
const FAILED = "/sign-in?failure=failed";
const MINUTES = 10;
/** Ways of proving who one is that are more than a password (RFC 8176). */
const STRONG = new Set(["mfa", "otp", "hwk", "sc"]);

const underWayRule = z.object({ verifier: z.string(), state: z.string(), nonce: z.string(), until: z.number() });
type UnderWay = z.output<typeof underWayRule>;

const claimsRule = z.looseObject({
  sub: z.string(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  amr: z.array(z.string()).optional(),
});

/**
 * `GET /auth/oidc`: sign-in with the organisation's OpenID provider by the authorisation code flow with PKCE. What the
 * two requests share lies sealed in a cookie of the browser that began, so that no other browser can end it.
 */
export function registerIdentityProvider(
  http: FastifyInstance,
  settings: Settings,
  provider: OidcSettings,
  database: Database,
  identify: (request: FastifyRequest, reply: FastifyReply) => Promise<void>,
): void {
  const redirectUri = `${settings.publicUrl}${CALLBACK}`;
  // Behind TLS with the prefix that holds it to this very host, as the session's.
  const cookieName = settings.production ? `__Host-${CONTEXT}` : CONTEXT;
  const cookieOptions = { path: "/", httpOnly: true, sameSite: "lax", secure: settings.production } as const;
  const discovered = discovery(provider);

  http.get(PATH, { preHandler: identify }, async (request, reply) => {
    const configuration = await discovered().catch((error: unknown) => request.log.warn(error));
    if (!configuration) return reply.redirect(FAILED);
    const underWay: UnderWay = {
      verifier: oidc.randomPKCECodeVerifier(),
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      until: Date.now() + MINUTES * 60_000,
    };
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: "openid email",
      code_challenge: await oidc.calculatePKCECodeChallenge(underWay.verifier),
      code_challenge_method: "S256",
      state: underWay.state,
      nonce: underWay.nonce,
    });
    reply.setCookie(cookieName, settings.keys.seal(JSON.stringify(underWay), CONTEXT), {
      ...cookieOptions,
      maxAge: MINUTES * 60,
    });
    return reply.redirect(address.href);
  });

  http.get(CALLBACK, { preHandler: identify }, async (request, reply) => {
    reply.clearCookie(cookieName, cookieOptions);
    try {
      const underWay = openUnderWay(settings, request.cookies[cookieName]);
      const address = new URL(request.url, settings.publicUrl);
      const identity = await identityOf(await discovered(), address, underWay);
      const signIn = { database, settings, origin: originOf(request), session: request.asker?.session ?? null };
      const { session } = await signInByIdentity(signIn, identity);
      sessionCookieWriter(reply, settings.production)(session);
      return await reply.redirect("/");
    } catch (error) {
      // What the provider or the browser sent is not repeated; the log has it.
      if (!(error instanceof Failure)) request.log.warn(error);
      return reply.redirect(error instanceof Failure ? "/sign-in?failure=no-account" : FAILED);
    }
  });
}

/** Asks the provider about itself when it is first needed, and again after a failure. */
function discovery({ issuer, clientId, clientSecret }: OidcSettings): () => Promise<oidc.Configuration> {
  let known: Promise<oidc.Configuration> | undefined;
  const address = new URL(issuer);
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(address.hostname);
  return async () => {
    known ??= oidc.discovery(address, clientId, clientSecret, undefined, {
      // Only a provider on this very machine may do without TLS.
      execute: isLocal ? [oidc.allowInsecureRequests] : [],
    });
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
}

function openUnderWay(settings: Settings, sealed: string | undefined): UnderWay {
  if (!sealed) throw new Error("The browser that came back from the provider is not the one that was sent there.");
  const underWay = underWayRule.parse(JSON.parse(settings.keys.open(sealed, CONTEXT)));
  if (underWay.until < Date.now()) throw new Error("The sign-in with the provider took too long.");
  return underWay;
}

/** Exchanges the code, checks state, nonce, issuer, audience and signature, and asks who it is. */
async function identityOf(configuration: oidc.Configuration, address: URL, underWay: UnderWay): Promise<Identity> {
  const tokens = await oidc.authorizationCodeGrant(configuration, address, {
    pkceCodeVerifier: underWay.verifier,
    expectedState: underWay.state,
    expectedNonce: underWay.nonce,
    idTokenExpected: true,
  });
  const idToken = claimsRule.parse(tokens.claims());
  const told =
    idToken.email === undefined
      ? claimsRule.parse(await oidc.fetchUserInfo(configuration, tokens.access_token, idToken.sub))
      : idToken;
  return {
    issuer: configuration.serverMetadata().issuer,
    subject: idToken.sub,
    email: told.email ?? null,
    emailVerified: told.email_verified === true,
    confirmed: (idToken.amr ?? []).some((method) => STRONG.has(method)),
  };
}
