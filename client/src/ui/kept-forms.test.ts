import { beforeEach, expect, it, vi } from "vitest";
import { type KeptForm, KeptForms } from "./kept-forms.ts";

/** What the browser has stored; every write waits until the test lets it go on. */
const browser = vi.hoisted(() => ({
  stored: new Map<string, unknown>(),
  goesOn: Promise.withResolvers<void>(),
}));

vi.mock("idb-keyval", () => ({
  createStore: vi.fn(),
  entries: async () => [...browser.stored],
  set: async (key: string, value: unknown) => {
    await browser.goesOn.promise;
    browser.stored.set(key, value);
  },
  del: async (key: string) => {
    await browser.goesOn.promise;
    browser.stored.delete(key);
  },
}));

beforeEach(() => {
  browser.stored.clear();
  browser.goesOn = Promise.withResolvers();
  vi.stubGlobal("window", { isSecureContext: true });
  vi.stubGlobal("indexedDB", {});
});

async function open(): Promise<KeptForms> {
  const kept = await KeptForms.open("owner", Buffer.alloc(32, 7).toString("base64"));
  if (!kept) throw new Error("Nothing can be kept.");
  return kept;
}

function draft(name: string, slot = "/partners/new"): KeptForm {
  const values = { name };
  return {
    ...{ slot, path: slot, title: "New partner", keptAt: "2999-01-01T00:00:00.000Z", values },
    ...{ base: { values: {}, version: null }, newId: "id", waiting: null },
  };
}

it("finds what was put at once, however long the browser takes to write it", async () => {
  const kept = await open();
  const writing = kept.put(draft("Half"));
  expect(kept.find("/partners/new")?.values).toEqual({ name: "Half" });
  const again = kept.put(draft("Half a partner"));
  expect(kept.find("/partners/new")?.values).toEqual({ name: "Half a partner" });
  browser.goesOn.resolve();
  await Promise.all([writing, again]);
  expect(kept.find("/partners/new")?.values).toEqual({ name: "Half a partner" });
});

it("does not find what was removed, although the browser has it still", async () => {
  const kept = await open();
  const putting = kept.put(draft("Half"));
  browser.goesOn.resolve();
  await putting;
  browser.goesOn = Promise.withResolvers();
  const removing = kept.remove("/partners/new");
  expect(kept.find("/partners/new")).toBeUndefined();
  browser.goesOn.resolve();
  await removing;
  expect(browser.stored.size).toBe(0);
});

it("does not find what could not be written", async () => {
  const kept = await open();
  const writing = kept.put(draft("Half"));
  const refused = expect(writing).rejects.toThrow("The disk is full.");
  browser.goesOn.promise.catch(() => undefined);
  browser.goesOn.reject(new Error("The disk is full."));
  await refused;
  expect(kept.find("/partners/new")).toBeUndefined();
});

it("loses nothing that is written while it reads what other tabs wrote", async () => {
  const kept = await open();
  browser.goesOn.resolve();
  const names = Array.from({ length: 50 }, (_unused, index) => `/partners/${index}/edit`);
  for (const name of names) await kept.put(draft(name, name));
  await Promise.all([kept.refresh(), kept.put(draft("Half"))]);
  expect(kept.all()).toHaveLength(names.length + 1);
  expect(kept.find("/partners/new")?.values).toEqual({ name: "Half" });
});
