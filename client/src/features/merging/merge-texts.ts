import { t } from "@lingui/core/macro";
import type { MergedKind } from "./two-records.ts";

const texts = () => ({
  PARTNER: {
    title: t`Merge two records of one partner`,
    choose: t`Choose the other record of the same partner. You will see both side by side, and nothing happens before you say so.`,
    other: t`The other partner`,
    same: t`These two are one partner already.`,
    trashed: t`This partner is in the trash. Restore it before you merge it.`,
    foreign: t`You may not change this partner. Ask its office or an administrator.`,
  },
  PERSON: {
    title: t`Merge two records of one person`,
    choose: t`Choose the other record of the same person. You will see both side by side, and nothing happens before you say so.`,
    other: t`The other person`,
    same: t`These two are one person already.`,
    trashed: t`This person is in the trash. Restore them before you merge them.`,
    foreign: t`You may not change this person. Ask their office or an administrator.`,
  },
});

/** What is said of two partners, or of two people. */
export function mergeTexts(kind: MergedKind) {
  return texts()[kind];
}
