import type { NamedCall } from "../gateway/call-of";
import type { WholeAnswer, WholeRequest } from "../gateway/exchange";
import { noSuchEntity } from "./refusal-in-words";

export type UnseenKind = "role" | "instance profile";

const creations: Readonly<Record<string, readonly [UnseenKind, string]>> = {
  CreateRole: ["role", "RoleName"],
  CreateInstanceProfile: ["instance profile", "InstanceProfileName"],
};

/** Roles and instance profiles that exist but are still invisible. */
export class UnseenRoles {
  /** Time in milliseconds for which the next role or instance profile stays invisible. */
  private waiting: number | undefined;
  private readonly until = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  /** Makes the next role or instance profile invisible for a while after its creation. */
  hideNext(milliseconds: number): void {
    this.waiting = milliseconds;
  }

  /** Returns the answer of IAM if a call names an invisible role or instance profile; otherwise undefined. */
  refusal(call: NamedCall, request: WholeRequest): WholeAnswer | undefined {
    if (call.service !== "iam" || call.operation in creations) return undefined;
    const form = new URLSearchParams(request.body.toString());
    for (const [kind, field] of Object.values(creations)) {
      const name = form.get(field);
      if (name !== null && this.isUnseen(kind, name)) return noSuchEntity(kind, name);
    }
    return undefined;
  }

  /** Remembers a role or instance profile that was created, if it is to be invisible. */
  made(call: NamedCall, request: WholeRequest, { status }: WholeAnswer): void {
    const creation = call.service === "iam" ? creations[call.operation] : undefined;
    if (creation === undefined || this.waiting === undefined || status >= 300) return;
    const [kind, field] = creation;
    const name = new URLSearchParams(request.body.toString()).get(field) ?? "";
    this.until.set(`${kind} ${name}`, this.now() + this.waiting);
    this.waiting = undefined;
  }

  isUnseen(kind: UnseenKind, name: string): boolean {
    return (this.until.get(`${kind} ${name}`) ?? 0) > this.now();
  }
}
