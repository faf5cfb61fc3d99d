import { hash, verify } from "@node-rs/argon2";
import { badInput } from "../../errors.ts";

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB of memory, 2 iterations, 1 degree of parallelism. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Argon2id in the PHC string format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), PARAMETERS);
}

let decoy: Promise<string> | undefined;

/** Whether the password is right. Without a hash it does the same work and answers false, so that time tells nothing. */
export async function isPasswordRight(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword("a password that nobody has");
  const nobodys = await decoy;
  const right = await verify(passwordHash ?? nobodys, password.normalize("NFC"));
  return right && passwordHash !== null;
}

/** With dictionaries that take 14 MiB: they are loaded when somebody chooses a password. */
async function openEstimator() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, useLevenshteinDistance: true });
}

let estimator: ReturnType<typeof openEstimator> | undefined;

/** Of the estimator's five: from here on guessing takes more than 10^8 attempts, against a slow hash. */
const GOOD_SCORE = 3;
/** Longer ones are not estimated whole; nobody guesses them. */
const ESTIMATED_LENGTH = 128;

/**
 * Refuses what is guessed first: common and leaked passwords, runs of a keyboard, repetitions, and the words that
 * belong to the person or to us (NIST SP 800-63B-4, 3.1.1.2).
 * @throws BAD_USER_INPUT
 */
export async function refuseGuessable(password: string, known: readonly string[]): Promise<void> {
  estimator ??= openEstimator();
  const words = known.flatMap((text) => [text, ...text.split(/[\s@.]+/)]).filter((word) => word.length > 2);
  const { score } = (await estimator).check(password.slice(0, ESTIMATED_LENGTH), ["concord", ...words]);
  if (score >= GOOD_SCORE) return;
  throw badInput([
    {
      path: "password",
      message:
        "This password is among those that are guessed first. Choose some words that do not belong together, and neither your name nor ours.",
    },
  ]);
}
