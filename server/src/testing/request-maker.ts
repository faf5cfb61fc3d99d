import type { Chance } from "./chance.ts";
import { HOSTILE_TEXTS } from "./hostile-values.ts";
import { type Draft, headerText, mutate, mutatedBytes, writtenDown } from "./mutations.ts";
import type { Operation, Plausible } from "./plausible.ts";
import { uploadForm } from "./uploads.ts";

/** A request as it goes over a wire. */
export interface MadeRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: Buffer;
}

interface Ingredients {
  readonly chance: Chance;
  readonly plausible: Plausible;
  readonly operations: readonly Operation[];
  /** The hash by which the client names an operation; where it is empty, texts are sent. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly ids: readonly string[];
  /** What is attached. */
  readonly files: readonly Buffer[];
}

/** They hash passwords, which takes as long as it should, or leave nothing to attack: a few are enough. */
const RARE = /^(SignIn|SetPassword|ChangePassword|BeginOneTimeCodes|EmptyTrash|SignOut\w*)$/;

const PATHS = [
  ...[
    "/",
    "/index.html",
    "/partners/x",
    "/assets/x.js",
    "/icon.svg",
    "/graphql",
    "/healthz",
    "/readyz",
    "/metrics",
    "/files",
  ],
  ...["/auth/oidc", "/auth/oidc/callback?code=x&state=y&iss=z", "/auth/oidc/callback?error=access_denied", "/export/x"],
  ...[
    "/..%2f..%2fpackage.json",
    "/assets/..%2f..%2fpackage.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/%00",
    "/%ff",
    "/%",
  ],
  ...[
    "/.env",
    "/.git/config",
    "//example.org/x",
    "/\\example.org",
    "/assets/%5c..%5c..%5cx",
    "/index.html%00.png",
    "/?a[]=1",
  ],
];

/** Requests that nobody should send, grown from those that the client sends. */
export class RequestMaker {
  private readonly ingredients: Ingredients;

  constructor(ingredients: Ingredients) {
    this.ingredients = ingredients;
  }

  next(): MadeRequest {
    const kind = this.ingredients.chance.below(100);
    if (kind < 86) return this.graphql();
    if (kind < 93) return this.page();
    if (kind < 97) return this.file();
    return kind < 98 ? this.upload() : this.export();
  }

  private graphql(): MadeRequest {
    const { chance, plausible, hashes } = this.ingredients;
    const operation = this.operation();
    const hash = hashes.get(operation.name);
    const draft: Draft = {
      headers: { "content-type": "application/json" },
      body: {
        operationName: operation.name,
        variables: plausible.variables(operation),
        ...(hash && chance.is(0.9)
          ? { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }
          : { query: operation.text }),
      },
    };
    mutate(draft, chance);
    const payload = Buffer.from(writtenDown(draft.body));
    return {
      method: chance.is(0.99) ? "POST" : chance.of(["GET", "PUT", "PATCH", "DELETE", "OPTIONS"]),
      url: "/graphql",
      headers: draft.headers,
      payload: chance.is(0.06) ? mutatedBytes(payload, chance) : payload,
    };
  }

  private operation(): Operation {
    const { chance, operations } = this.ingredients;
    const operation = chance.of(operations);
    return RARE.test(operation.name) && chance.is(0.95) ? this.operation() : operation;
  }

  private page(): MadeRequest {
    const { chance } = this.ingredients;
    const path = chance.is(0.6) ? chance.of(PATHS) : `/${encodeURIComponent(wellFormed(chance.of(HOSTILE_TEXTS)))}`;
    return {
      method: chance.is(0.8) ? "GET" : chance.of(["HEAD", "OPTIONS", "DELETE", "PUT", "PATCH"]),
      url: path,
      headers: this.someHeader(),
    };
  }

  private file(): MadeRequest {
    const { chance, ids } = this.ingredients;
    const id = chance.is(0.5) ? chance.of(ids) : encodeURIComponent(wellFormed(chance.of(HOSTILE_TEXTS)));
    return { method: chance.is(0.9) ? "GET" : "HEAD", url: `/files/${id}`, headers: this.someHeader() };
  }

  private export(): MadeRequest {
    const { chance, ids } = this.ingredients;
    const filter = new URLSearchParams();
    for (const name of ["action", "action", "user", "subject", "from", "to", "x"]) {
      if (chance.is(0.4)) filter.append(name, chance.is(0.4) ? chance.of(ids) : wellFormed(chance.of(HOSTILE_TEXTS)));
    }
    return { method: "GET", url: `/export/audit-log.csv?${filter}`, headers: this.someHeader() };
  }

  private upload(): MadeRequest {
    const { chance, ids, files } = this.ingredients;
    const name = wellFormed(chance.of(HOSTILE_TEXTS)).replaceAll('"', "");
    const file = chance.of(files);
    const record = chance.is(0.8) ? chance.of(ids) : wellFormed(chance.of(HOSTILE_TEXTS));
    const form = uploadForm({ record, name, bytes: chance.is(0.5) ? mutatedBytes(file, chance) : file });
    return {
      method: "POST",
      url: "/files",
      headers: { "content-type": chance.is(0.9) ? form.type : form.type.replace(/=.*/, "=x"), ...this.someHeader() },
      payload: chance.is(0.3) ? mutatedBytes(form.bytes, chance) : form.bytes,
    };
  }

  private someHeader(): Record<string, string> {
    const { chance } = this.ingredients;
    if (chance.is(0.6)) return {};
    return {
      [chance.of(["if-none-match", "range", "accept", "cookie", "sec-fetch-site", "x-forwarded-for"])]:
        headerText(chance),
    };
  }
}

/** Halves of characters have no form in an address or a form. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}
