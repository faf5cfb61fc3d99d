import DataLoader from "dataloader";
import type { Viewing } from "./viewing.ts";

/** Answers for many keys at once, in the order of the keys, with a number of statements that does not depend on it. */
export type Batch<Key, Value> = (viewing: Viewing, keys: readonly Key[]) => Promise<readonly Value[]>;

/** A batched read: all keys asked for in one turn of the event loop go to one batch, each once a request. */
export interface Loader<Key, Value> {
  (viewing: Viewing, key: Key): Promise<Value>;
  /** Takes a value that was read by the way, so that this key is not read again. */
  know(viewing: Viewing, key: Key, value: Value): void;
}

/** Defines a batched read; `cacheKey` says when two keys are the same. */
export function defineLoader<Key, Value>(
  batch: Batch<Key, Value>,
  cacheKey: (key: Key) => string = String,
): Loader<Key, Value> {
  const loaders = perRequest(
    (viewing) => new DataLoader<Key, Value, string>((keys) => batch(viewing, keys), { cacheKeyFn: cacheKey }),
  );
  const load = (viewing: Viewing, key: Key) => loaders(viewing).load(key);
  const know = (viewing: Viewing, key: Key, value: Value) => void loaders(viewing).prime(key, value);
  return Object.assign(load, { know });
}

/**
 * Defines batched reads of which each answers one question about many records, as the first three collaborations of
 * partners; `textOf` says when two questions are the same.
 */
export function defineQuestionLoader<Question, Value>(
  batch: (viewing: Viewing, question: Question, ids: readonly string[]) => Promise<(id: string) => Value>,
  textOf: (question: Question) => string,
): (viewing: Viewing, question: Question, id: string) => Promise<Value> {
  const questions = perRequest(() => new Map<string, AskedQuestion<Value>>());
  return (viewing, question, id) => {
    const known = questions(viewing);
    const text = textOf(question);
    const asked = known.get(text) ?? new AskedQuestion((ids) => batch(viewing, question, ids));
    known.set(text, asked);
    return asked.about(id);
  };
}

/** A question of a request. All records that it is asked about in one turn of the event loop go to one batch. */
class AskedQuestion<Value> {
  private readonly turns: DataLoader<"all", (id: string) => Value>;
  private ids = new Set<string>();
  private answer: Promise<(id: string) => Value> | null = null;

  constructor(batch: (ids: readonly string[]) => Promise<(id: string) => Value>) {
    const send = async () => {
      const ids = [...this.ids];
      this.ids = new Set();
      this.answer = null;
      return [await batch(ids)];
    };
    this.turns = new DataLoader(send, { cache: false });
  }

  /** Lists under many records ask for each of them: what is made here is made for each. */
  about(id: string): Promise<Value> {
    this.ids.add(id);
    this.answer ??= this.turns.load("all");
    return this.answer.then((answerFor) => answerFor(id));
  }
}

/** One of something for each request, made when it is asked for. */
function perRequest<Value>(make: (viewing: Viewing) => Value): (viewing: Viewing) => Value {
  const made = new WeakMap<object, Value>();
  return (viewing) => {
    const value = made.get(viewing.loaded) ?? make(viewing);
    made.set(viewing.loaded, value);
    return value;
  };
}

/** Defines a read of which there is one a request, whoever asks for it. */
export function oncePerRequest<Value>(
  read: (viewing: Viewing) => Promise<Value>,
): (viewing: Viewing) => Promise<Value> {
  return perRequest(read);
}
