import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import * as z from "zod";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const secret = z.string().min(32, "is shorter than 32 characters; make one with: openssl rand -base64 48");

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
  DEMO: flag.optional(),
  ORGANISATION_NAME: z.string().min(1).default("International Justice Mission"),
  ORGANISATION_SHORT_NAME: z.string().min(1).default("IJM"),
  HOME_COUNTRY: z.string().length(2).default("US"),
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info"]).optional(),
  METRICS_TOKEN: z.string().min(16, "is shorter than 16 characters").optional(),
});

export const environmentNames = Object.keys(environmentRule.shape);

/** How this installation runs. */
export interface Settings {
  readonly production: boolean;
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  /** Keys the hashes of session tokens. */
  readonly sessionSecret: string;
  /** Whether demo data is loaded into an empty database, and its users are shown on the sign-in page. */
  readonly demo: boolean;
  readonly organisation: { readonly name: string; readonly shortName: string; readonly homeCountry: string };
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
  if (production && !values.SESSION_SECRET) {
    throw new Error(
      "SESSION_SECRET is missing: in production, set it to at least 32 random characters. See .env.example.",
    );
  }
  return {
    production,
    databaseUrl: values.DATABASE_URL,
    host: values.HOST,
    port: values.PORT,
    sessionSecret: values.SESSION_SECRET ?? localSecret(values.DATABASE_URL),
    demo: values.DEMO ?? !production,
    organisation: {
      name: values.ORGANISATION_NAME,
      shortName: values.ORGANISATION_SHORT_NAME,
      homeCountry: values.HOME_COUNTRY.toUpperCase(),
    },
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL ?? (production ? "info" : "error"),
    metricsToken: values.METRICS_TOKEN ?? null,
  };
}

/** Outside production a secret is made once and kept beside the SQLite file, so that sessions outlive a restart. */
function localSecret(databaseUrl: string): string {
  const made = randomBytes(48).toString("base64url");
  if (!databaseUrl.startsWith("sqlite:")) return made;
  const path = resolve(dirname(databaseUrl.slice("sqlite:".length)), "session-secret");
  if (existsSync(path)) return readFileSync(path, "utf8").trim();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, made);
  chmodSync(path, 0o600);
  return made;
}
