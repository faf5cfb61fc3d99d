import { listIn } from "../values/texts.ts";
import { described, type FieldOptions, type ImportField, type Mention } from "./field.ts";

/** Fields whose cells name something else that is in Concord. */

interface ReferenceOptions extends FieldOptions {
  readonly of: Mention["kind"];
}

/** One mention. */
export function referenceField(options: ReferenceOptions): ImportField {
  const field = described(options);
  return {
    ...field,
    mentions: (text) => [{ kind: options.of, text: text.trim() }],
    read: (text, context) => {
      const meaning = context.meaningOf({ kind: options.of, text: text.trim() });
      return meaning.ok ? { said: { [field.says]: meaning.value } } : { fault: meaning.fault };
    },
  };
}

/** Several mentions; `itemOf` makes an item of the list from what one means, and may read what stands in brackets behind. */
export function referenceListField(
  options: ReferenceOptions,
  itemOf: (value: unknown, inBrackets: string) => unknown = (value) => value,
): ImportField {
  const field = described(options);
  return {
    ...field,
    several: true,
    mentions: (text) => listIn(text).map((item) => ({ kind: options.of, text: item })),
    read: (text, context) => {
      const items: unknown[] = [];
      for (const item of listIn(text)) {
        const meaning = context.meaningOf({ kind: options.of, text: item });
        if (!meaning.ok) return { fault: meaning.fault };
        items.push(itemOf(meaning.value, /\(([^()]*)\)$/.exec(item)?.[1] ?? ""));
      }
      return { said: { [field.says]: items } };
    },
  };
}
