import { existsSync } from "node:fs";

/** The environment, with what the file .env adds to it; what is set goes before what the file says. */
export function environment(): NodeJS.ProcessEnv {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return process.env;
}
