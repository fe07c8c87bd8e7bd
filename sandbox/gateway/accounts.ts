import { scopeOf } from "../signature";
import type { WholeAnswer, WholeRequest } from "./exchange";

/** moto takes the account of a request from this header. */
export const accountHeader = "x-moto-account-id";

/** Whose requests are whose: all are of one account, but for those with credentials of a role of another one. */
export class Accounts {
  /** ARN of the role, by the access key that it was handed out with. */
  private readonly roles = new Map<string, string>();

  constructor(private readonly own: string) {}

  of(request: WholeRequest): string {
    return this.callerOf(request).split(":")[4] ?? this.own;
  }

  /** ARN of whoever asks, as moto's GetCallerIdentity has it. */
  callerOf(request: WholeRequest): string {
    return this.roles.get(scopeOf(request)?.accessKey ?? "") ?? `arn:aws:sts::${this.own}:user/moto`;
  }

  /** Learns from an answer of STS that hands out credentials of a role. */
  learn(request: WholeRequest, answer: WholeAnswer): void {
    if (scopeOf(request)?.service !== "sts") return;
    const text = answer.body.toString();
    const [, accessKey] = /<AccessKeyId>([^<]+)</.exec(text) ?? [];
    const [, role] = /<Arn>(arn:aws[^:]*:sts::\d{12}:assumed-role\/[^<]+)</.exec(text) ?? [];
    if (accessKey !== undefined && role !== undefined) this.roles.set(accessKey, role);
  }
}
