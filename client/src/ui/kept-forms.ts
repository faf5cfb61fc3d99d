import type { RecordKind } from "@concord/shared/vocabularies";
import { createStore, del, entries, set } from "idb-keyval";
import type { Failure } from "./failure.ts";

/** A form that is not sent yet: a draft, or a save that waits for the line. */
export interface KeptForm {
  /** By which it is found again: the form's address; of a new record that waits to be sent, its id. */
  readonly slot: string;
  readonly path: string;
  /** As it is called in a list of what is not sent. */
  readonly title: string;
  /** ISO 8601. */
  readonly keptAt: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** What the form began with, and the version that was; null of a new record. */
  readonly base: { readonly values: Readonly<Record<string, unknown>>; readonly version: number | null };
  /** The id of a new record, so that it is made once however often it is sent. */
  readonly newId: string;
  /** Null of a draft. */
  readonly waiting: WaitingSave | null;
}

export interface WaitingSave {
  readonly kind: RecordKind;
  /** Whether the new record is proposed, and not logged. */
  readonly isProposal?: boolean;
  /** Null of a new record. */
  readonly recordId: string | null;
  /** As it is sent, without id and version. */
  readonly input: object;
  /** Why it cannot go out by itself. */
  readonly failure: Failure | null;
}

interface SealedForm {
  readonly owner: string;
  readonly keptAt: string;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

const KEPT_DAYS = 60;
const NONCE_BYTES = 12;

/**
 * The forms of one user that are not sent yet, in the browser's IndexedDB, through reload, crash and the end of the
 * session. Each is sealed (AES-256-GCM) with a key that only this user's sessions are given: a name that should not have
 * been typed, or the plan of an operation, lies in no file of the browser that can be read.
 */
export class KeptForms {
  private readonly owner: string;
  private readonly key: CryptoKey;
  private readonly database = createStore("concord-kept-forms", "forms");
  private readonly listeners = new Set<() => void>();
  private forms: readonly KeptForm[] = [];
  /** What is being written, or null where it is being removed: whoever comes back sooner than that finds it all the same. */
  private readonly underWay = new Map<string, KeptForm | null>();
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(owner: string, key: CryptoKey) {
    this.owner = owner;
    this.key = key;
  }

  /**
   * @param secret 32 bytes in base64
   * @returns null where the browser gives no page such means, as without TLS
   */
  static async open(owner: string, secret: string): Promise<KeptForms | null> {
    if (!window.isSecureContext || typeof indexedDB === "undefined") return null;
    const bytes = Uint8Array.from(atob(secret), (character) => character.charCodeAt(0));
    const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
    const kept = new KeptForms(owner, key);
    try {
      await kept.refresh();
      return kept;
    } catch {
      // A browser that refuses storage keeps nothing, and is no worse than before.
      return null;
    }
  }

  /** The newest first; the same list until something changes. */
  readonly all = (): readonly KeptForm[] => this.forms;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** As it was last put, whether that is written already or not. */
  find(slot: string): KeptForm | undefined {
    const asked = this.underWay.get(slot);
    return asked === undefined ? this.forms.find((form) => form.slot === slot) : (asked ?? undefined);
  }

  put(form: KeptForm): Promise<void> {
    return this.writeInTurn(form.slot, form, () => this.write(form));
  }

  remove(slot: string): Promise<void> {
    return this.writeInTurn(slot, null, () => this.erase(slot));
  }

  private async writeInTurn(slot: string, asked: KeptForm | null, work: () => Promise<void>): Promise<void> {
    this.underWay.set(slot, asked);
    try {
      await this.inTurn(work);
    } finally {
      // Something newer may have been asked for in the meantime.
      if (this.underWay.get(slot) === asked) this.underWay.delete(slot);
    }
  }

  /** What was asked first is written first. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.writing.then(work);
    this.writing = turn.catch(() => undefined);
    return turn;
  }

  private async write(form: KeptForm): Promise<void> {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const text = new TextEncoder().encode(JSON.stringify(form));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, this.key, text);
    const entry: SealedForm = { owner: this.owner, keptAt: form.keptAt, nonce, sealed };
    await set(await this.nameOf(form.slot), entry, this.database);
    this.change([form, ...this.forms.filter((other) => other.slot !== form.slot)]);
  }

  private async erase(slot: string): Promise<void> {
    if (!this.forms.some((form) => form.slot === slot)) return;
    await del(await this.nameOf(slot), this.database);
    this.change(this.forms.filter((form) => form.slot !== slot));
  }

  /** Reads anew what other tabs may have written, and throws away what nobody came back for. */
  refresh(): Promise<void> {
    // In turn: what is written while it reads would be missing from what it read.
    return this.inTurn(() => this.readAll());
  }

  private async readAll(): Promise<void> {
    const forms: KeptForm[] = [];
    const tooOld = new Date(Date.now() - KEPT_DAYS * 86_400_000).toISOString();
    for (const [name, entry] of await entries<string, SealedForm>(this.database)) {
      if (entry.keptAt < tooOld) await del(name, this.database);
      else if (entry.owner === this.owner) forms.push(...(await this.opened(entry)));
    }
    this.change(forms.toSorted((a, b) => (a.keptAt < b.keptAt ? 1 : -1)));
  }

  private async opened({ nonce, sealed }: SealedForm): Promise<KeptForm[]> {
    try {
      const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, this.key, sealed);
      // biome-ignore lint/plugin: what opens with the key was sealed with it, by `put`
      return [JSON.parse(new TextDecoder().decode(text)) as KeptForm];
    } catch {
      // Sealed under a secret that the installation has exchanged since.
      return [];
    }
  }

  /** Not even the address of a form is told by the name of what is kept of it. */
  private async nameOf(slot: string): Promise<string> {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${this.owner} ${slot}`));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  private change(forms: readonly KeptForm[]): void {
    this.forms = forms;
    for (const listener of this.listeners) listener();
  }
}
