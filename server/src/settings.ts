import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import * as z from "zod";
import { KeyRing, newKey } from "./sealing.ts";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const secret = z.string().min(32, "is shorter than 32 characters; make one with: openssl rand -base64 48");

const webAddress = z.url({ protocol: /^https?$/, error: "must be an address as https://concord.example.org" });

/** The environment, as `.env.example` explains it; a test holds the two against each other. */
const environmentRule = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|(mysql|mariadb):\/\/.+)$/, "must be sqlite:PATH or mysql://USER:PASSWORD@HOST:PORT/NAME")
    .default("sqlite:data/concord.sqlite"),
  HOST: z.string().min(1).default("0.0.0.0"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  SESSION_SECRET: secret.optional(),
  DATA_KEY: z.string().optional(),
  PUBLIC_URL: webAddress.optional(),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(1440).default(60),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).default("my organisation"),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+$/, "must be smtp://USER:PASSWORD@HOST:PORT or smtps://…")
    .optional(),
  MAIL_FROM: z.string().min(3).optional(),
  FILES_DIR: z.string().min(1).default("data/files"),
  FILE_MEGABYTES: z.coerce.number().int().min(1).max(200).default(20),
  IMPORT_MEGABYTES: z.coerce.number().int().min(1).max(500).default(50),
  RATE_LIMIT: z.coerce.number().int().min(1).default(600),
  DEMO: flag.optional(),
  ORGANISATION_NAME: z.string().min(1).default("International Justice Mission"),
  ORGANISATION_SHORT_NAME: z.string().min(1).default("IJM"),
  ORGANISATION_LOGO: z.string().min(1).optional(),
  HOME_COUNTRY: z.string().length(2).default("US"),
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info"]).optional(),
  METRICS_TOKEN: z.string().min(16, "is shorter than 16 characters").optional(),
});

const DATA_KEY_FILE = "data-key";

export const environmentNames = Object.keys(environmentRule.shape);

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the sign-in page calls it: "Sign in with …". */
  readonly name: string;
}

/** How this installation runs. */
export interface Settings {
  readonly production: boolean;
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  /** Keys the hashes of session tokens. */
  readonly sessionSecret: string;
  /** Seals true names and the secrets of one-time codes. */
  readonly keys: KeyRing;
  /** The address under which people reach Concord, without a slash at its end; links in messages begin with it. */
  readonly publicUrl: string;
  /** After how many minutes without a request a session ends. */
  readonly sessionIdleMinutes: number;
  /** The organisation's OpenID provider, where there is one. */
  readonly oidc: OidcSettings | null;
  /** Where messages go out; without it there are none, and administrators hand links over themselves. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly files: { readonly folder: string; readonly maxBytes: number };
  /** How large a spreadsheet to be imported may be; it lies in the folder of the files. */
  readonly importMaxBytes: number;
  /** Requests a minute that one user, or one network where nobody is signed in, may send. */
  readonly rateLimit: number;
  /** Whether demo data is loaded into an empty database, and its users are shown on the sign-in page. */
  readonly demo: boolean;
  readonly organisation: {
    readonly name: string;
    readonly shortName: string;
    readonly homeCountry: string;
    /** Where the picture lies that certificates bear: SVG, PNG or JPEG. */
    readonly logo: string | null;
  };
  /** Whether a reverse proxy in front tells the client's address and protocol. */
  readonly trustProxy: boolean;
  readonly logLevel: "silent" | "error" | "warn" | "info";
  /** The bearer token for `GET /metrics`; without it there are no metrics. */
  readonly metricsToken: string | null;
}

/**
 * Reads the settings from the environment.
 * @throws an Error whose message says which setting is missing or wrong, and what would be right
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = environmentRule.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new Error(`The settings are wrong: ${faults.join("; ")}. See .env.example.`);
  }
  const values = parsed.data;
  const production = values.NODE_ENV === "production";
  if (production) refuseMissing(values);
  return {
    production,
    databaseUrl: values.DATABASE_URL,
    host: values.HOST,
    port: values.PORT,
    sessionSecret: values.SESSION_SECRET ?? localSecret(values.DATABASE_URL),
    keys: new KeyRing(values.DATA_KEY ?? localKeys(values.DATABASE_URL)),
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ""),
    sessionIdleMinutes: values.SESSION_IDLE_MINUTES,
    oidc: oidcOf(values),
    mail: values.SMTP_URL ? { url: values.SMTP_URL, from: values.MAIL_FROM ?? "Concord <concord@localhost>" } : null,
    importMaxBytes: values.IMPORT_MEGABYTES * 1_048_576,
    files: { folder: resolve(values.FILES_DIR), maxBytes: values.FILE_MEGABYTES * 1_048_576 },
    rateLimit: values.RATE_LIMIT,
    demo: values.DEMO ?? !production,
    organisation: {
      name: values.ORGANISATION_NAME,
      shortName: values.ORGANISATION_SHORT_NAME,
      homeCountry: values.HOME_COUNTRY.toUpperCase(),
      logo: logoOf(values.ORGANISATION_LOGO),
    },
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL ?? (production ? "info" : "error"),
    metricsToken: values.METRICS_TOKEN ?? null,
  };
}

/** @throws an Error where there is no such picture: better at the start than under the first certificate */
function logoOf(path: string | undefined): string | null {
  if (path === undefined) return null;
  if (!existsSync(path) || !/\.(svg|png|jpe?g)$/i.test(path)) {
    throw new Error(`ORGANISATION_LOGO is ${path}, where there is no SVG, PNG or JPEG file. See .env.example.`);
  }
  return resolve(path);
}

type Environment = z.output<typeof environmentRule>;

/** In production nothing secret is made up, and links lead where people reach Concord. */
function refuseMissing(values: Environment): void {
  const needed = [
    ["SESSION_SECRET", values.SESSION_SECRET, "at least 32 random characters"],
    ["DATA_KEY", values.DATA_KEY, "32 random bytes in base64"],
    ["PUBLIC_URL", values.PUBLIC_URL, "the address under which people reach Concord"],
    ["MAIL_FROM", values.SMTP_URL ? values.MAIL_FROM : "not needed", "the sender of messages, since SMTP_URL is set"],
  ] as const;
  const missing = needed.filter(([, value]) => !value).map(([name, , what]) => `${name} (${what})`);
  if (missing.length > 0) {
    throw new Error(`In production these settings are missing: ${missing.join(", ")}. Set them. See .env.example.`);
  }
}

function oidcOf(values: Environment): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret) {
    throw new Error("OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three, or none.");
  }
  return { issuer, clientId, clientSecret, name: values.OIDC_NAME };
}

/** Outside production secrets are made once and kept beside the SQLite file, so that they outlive a restart. */
function localFile(databaseUrl: string, name: string): string {
  const isSqlite = databaseUrl.startsWith("sqlite:");
  return resolve(isSqlite ? dirname(databaseUrl.slice("sqlite:".length)) : "data", name);
}

function localSecret(databaseUrl: string): string {
  return keptBeside(localFile(databaseUrl, "session-secret"), () => randomBytes(48).toString("base64url"));
}

function localKeys(databaseUrl: string): string {
  return keptBeside(localFile(databaseUrl, DATA_KEY_FILE), newKey);
}

/** The file that keeps the keys where no setting gives them; null where DATA_KEY does. */
export function localKeyFile(environment: Readonly<Record<string, string | undefined>>): string | null {
  return environment["DATA_KEY"]
    ? null
    : localFile(environment["DATABASE_URL"] || "sqlite:data/concord.sqlite", DATA_KEY_FILE);
}

function keptBeside(path: string, make: () => string): string {
  if (existsSync(path)) return readFileSync(path, "utf8").trim();
  mkdirSync(dirname(path), { recursive: true });
  const made = make();
  writeFileSync(path, made, { mode: 0o600 });
  return made;
}
