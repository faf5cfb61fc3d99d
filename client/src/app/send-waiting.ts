import type { ApolloClient, DocumentNode } from "@apollo/client";
import type { RecordKind } from "@concord/shared/vocabularies";
import {
  CreateCollaborationDocument,
  CreatePartnerDocument,
  CreatePersonDocument,
  CreateRecognitionDocument,
  CreateStatementDocument,
  ProposeRecognitionDocument,
  UpdateCollaborationDocument,
  UpdatePartnerDocument,
  UpdatePersonDocument,
  UpdateRecognitionDocument,
  UpdateStatementDocument,
} from "../generated/graphql.ts";
import { type Failure, failureOf, UNREACHABLE } from "../ui/failure.ts";
import type { KeptForm, KeptForms, WaitingSave } from "../ui/kept-forms.ts";
import { writeAndForget } from "../ui/write.ts";

const CREATE: Readonly<Record<RecordKind, DocumentNode>> = {
  PARTNER: CreatePartnerDocument,
  PERSON: CreatePersonDocument,
  COLLABORATION: CreateCollaborationDocument,
  RECOGNITION: CreateRecognitionDocument,
  STATEMENT: CreateStatementDocument,
};

const UPDATE: Readonly<Record<RecordKind, DocumentNode>> = {
  PARTNER: UpdatePartnerDocument,
  PERSON: UpdatePersonDocument,
  COLLABORATION: UpdateCollaborationDocument,
  RECOGNITION: UpdateRecognitionDocument,
  STATEMENT: UpdateStatementDocument,
};

/** What came of a save that had waited. */
export interface Outcome {
  readonly form: Waiting;
  /** Null where it was saved. */
  readonly failure: Failure | null;
}

/** Another try makes sense without anybody doing anything. */
const PASSING = new Set([UNREACHABLE, "RATE_LIMITED", "UNAUTHENTICATED", "INTERNAL_SERVER_ERROR"]);

/**
 * Sends the saves that wait, the oldest first, until one finds no line. Each is made once: a new record under its own
 * id, a change under the version that it was made to. One tab does it at a time.
 */
export async function sendWaiting(
  client: ApolloClient,
  keptForms: KeptForms,
  tell: (outcome: Outcome) => void,
): Promise<void> {
  await navigator.locks.request("concord-outbox", { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    // Another tab may have sent some of them.
    await keptForms.refresh();
    const waiting = keptForms.all().toReversed().filter(canGoOut);
    for (const form of waiting) {
      const failure = await send(client, form);
      if (failure && PASSING.has(failure.code)) return;
      if (failure) await keptForms.put({ ...form, waiting: { ...form.waiting, failure } });
      else await keptForms.remove(form.slot);
      tell({ form, failure });
    }
  });
}

type Waiting = KeptForm & { readonly waiting: WaitingSave };

function canGoOut(form: KeptForm): form is Waiting {
  return form.waiting !== null && form.waiting.failure === null;
}

/** Null where it is saved. */
async function send(client: ApolloClient, form: Waiting): Promise<Failure | null> {
  const { kind, isProposal, recordId, input } = form.waiting;
  const create = isProposal ? ProposeRecognitionDocument : CREATE[kind];
  try {
    if (recordId === null) await writeAndForget(client, create, { input: { ...input, id: form.newId } });
    else await writeAndForget(client, UPDATE[kind], { id: recordId, version: form.base.version, input });
    return null;
  } catch (error) {
    const failure = failureOf(error);
    // The line was cut after the server had saved it, and before it could say so.
    return failure.code === "CONFLICT" && isSaved(input, failure.current) ? null : failure;
  }
}

/** Whether a record holds already all that was to be changed. */
function isSaved(input: object, current: Failure["current"]): boolean {
  return (
    current !== null &&
    Object.entries(input).every(
      ([field, value]) => JSON.stringify(value ?? null) === JSON.stringify(current[field] ?? null),
    )
  );
}
