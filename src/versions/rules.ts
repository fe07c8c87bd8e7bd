import type { Rule } from "../problems/rule";
import { adoptedVersion } from "./rules/adopted-version";
import { componentVersionUnknown } from "./rules/component-version-unknown";
import { environmentGone } from "./rules/environment-gone";
import { environmentMoved } from "./rules/environment-moved";
import { lockConflict } from "./rules/lock-conflict";
import { lockCurrent } from "./rules/lock-current";
import { lockDigest } from "./rules/lock-digest";
import { lockFormat } from "./rules/lock-format";
import { lockIntegrity } from "./rules/lock-integrity";
import { lockOrder } from "./rules/lock-order";
import { lockSyntax } from "./rules/lock-syntax";
import { manualStateChange } from "./rules/manual-state-change";
import { networkDestroyed } from "./rules/network-destroyed";
import { outOfTerraform } from "./rules/out-of-terraform";
import { staleLock } from "./rules/stale-lock";
import { versionExhausted } from "./rules/version-exhausted";
import { versionLine } from "./rules/version-line";

/** Rules about environments in the lock. Their examples need definitions in addition to the lock. */
export const environmentRules: readonly Rule[] = [
  environmentMoved,
  environmentGone,
  manualStateChange,
  outOfTerraform,
  networkDestroyed,
];

export const lockRules: readonly Rule[] = [
  lockConflict,
  lockSyntax,
  lockFormat,
  lockDigest,
  lockOrder,
  lockCurrent,
  lockIntegrity,
  versionLine,
  versionExhausted,
  adoptedVersion,
  componentVersionUnknown,
  staleLock,
  ...environmentRules,
].map((rule) => ({ ...rule, unsilenceable: true })); // A lock is JSON and cannot contain comments.
