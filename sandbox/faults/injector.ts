import { setTimeout as delay } from "node:timers/promises";

import type { NamedCall } from "../gateway/call-of";
import type { WholeAnswer, WholeRequest } from "../gateway/exchange";
import { DEFAULT_MILLISECONDS, type Fault, type FaultKind } from "./fault";
import { expired, serverError, throttled } from "./refusal-in-words";
import { type UnseenKind, UnseenRoles } from "./unseen-roles";

/** A fault that has occurred. */
export interface Strike {
  readonly kind: FaultKind;
  readonly at: number;
  readonly service: string;
  readonly operation: string;
}

/** An answer, or `dropped` if the connection ends without one. */
export type Outcome = WholeAnswer | "dropped";

/** Injects faults at calls. */
export class FaultInjector {
  private faults: readonly Fault[] = [];
  private calls = 0;
  private reads = 0;
  private strikes: Strike[] = [];
  private unseen: UnseenRoles;

  constructor(private readonly now: () => number = Date.now) {
    this.unseen = new UnseenRoles(now);
  }

  /** Replaces all injected faults and restarts the count of calls. An empty list removes all faults. */
  inject(faults: readonly Fault[]): void {
    this.faults = faults;
    this.calls = 0;
    this.reads = 0;
    this.strikes = [];
    this.unseen = new UnseenRoles(this.now);
  }

  /** Returns the injected faults, the number of changing calls since the injection, and the faults that have occurred. */
  get state(): { readonly faults: readonly Fault[]; readonly calls: number; readonly strikes: readonly Strike[] } {
    return { faults: this.faults, calls: this.calls, strikes: this.strikes };
  }

  /** Checks whether a role or instance profile exists but is still invisible. */
  hides(kind: UnseenKind, name: string): boolean {
    return this.unseen.isUnseen(kind, name);
  }

  /** Executes a request, unless a fault is due at this call. */
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
    // The timer does not keep the process alive.
    if (kind === "latency") await delay(milliseconds, undefined, { ref: false });
    const answer = this.unseen.refusal(call, request) ?? (await carryOut());
    this.unseen.made(call, request, answer);
    return kind === "drop-after" ? "dropped" : answer;
  }
}
