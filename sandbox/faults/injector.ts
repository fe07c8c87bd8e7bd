import { setTimeout as delay } from "node:timers/promises";

import type { NamedCall } from "../gateway/call-of";
import type { WholeAnswer, WholeRequest } from "../gateway/exchange";
import { DEFAULT_MILLISECONDS, type Fault, type FaultKind } from "./fault";
import { expired, serverError, throttled } from "./refusal-in-words";
import { type UnseenKind, UnseenRoles } from "./unseen-roles";

/** A fault that has struck. */
export interface Strike {
  readonly kind: FaultKind;
  readonly at: number;
  readonly service: string;
  readonly operation: string;
}

/** `dropped`: the connection ends without an answer. */
export type Outcome = WholeAnswer | "dropped";

/** Lets things go wrong at calls. */
export class FaultInjector {
  private faults: readonly Fault[] = [];
  private calls = 0;
  private reads = 0;
  private strikes: Strike[] = [];
  private unseen: UnseenRoles;

  constructor(private readonly now: () => number = Date.now) {
    this.unseen = new UnseenRoles(now);
  }

  /** Takes the place of what was injected before, and counts calls anew. An empty list ends all faults. */
  inject(faults: readonly Fault[]): void {
    this.faults = faults;
    this.calls = 0;
    this.reads = 0;
    this.strikes = [];
    this.unseen = new UnseenRoles(this.now);
  }

  /** What was injected, the changing calls since, and what has struck. */
  get state(): { readonly faults: readonly Fault[]; readonly calls: number; readonly strikes: readonly Strike[] } {
    return { faults: this.faults, calls: this.calls, strikes: this.strikes };
  }

  /** Whether a role or instance profile is there and not seen yet. */
  hides(kind: UnseenKind, name: string): boolean {
    return this.unseen.isUnseen(kind, name);
  }

  /** Carries out a request, unless a fault is due. */
  async around(call: NamedCall, request: WholeRequest, carryOut: () => Promise<WholeAnswer>): Promise<Outcome> {
    const at = call.mutates ? ++this.calls : ++this.reads;
    const counted = call.mutates ? "changing" : "reading";
    const fault = this.faults.find((each) => each.at === at && (each.calls ?? "changing") === counted);
    if (fault !== undefined)
      this.strikes.push({ kind: fault.kind, at, service: call.service, operation: call.operation });
    const { kind, milliseconds = DEFAULT_MILLISECONDS } = fault ?? {};
    if (kind === "throttle") return throttled(call, request);
    if (kind === "server-error") return serverError(call, request);
    if (kind === "expired-credentials") return expired(call, request);
    if (kind === "drop-before") return "dropped";
    if (kind === "late-role") this.unseen.hideNext(milliseconds);
    // Nobody waits for it where the program ends.
    if (kind === "latency") await delay(milliseconds, undefined, { ref: false });
    const answer = this.unseen.refusal(call, request) ?? (await carryOut());
    this.unseen.made(call, request, answer);
    return kind === "drop-after" ? "dropped" : answer;
  }
}
