import { scopeOf } from "../signature";
import type { WholeAnswer, WholeRequest } from "./exchange";

/** Header from which moto takes the account of a request. */
export const accountHeader = "x-moto-account-id";

/** The accounts of requests: the sandbox's own, or that of a role in another account whose credentials are used. */
export class Accounts {
  /** ARNs of assumed roles, by their access key. */
  private readonly roles = new Map<string, string>();

  constructor(private readonly own: string) {}

  of(request: WholeRequest): string {
    return this.callerOf(request).split(":")[4] ?? this.own;
  }

  /** Returns the ARN of the caller, in the form of moto's GetCallerIdentity. */
  callerOf(request: WholeRequest): string {
    return this.roles.get(scopeOf(request)?.accessKey ?? "") ?? `arn:aws:sts::${this.own}:user/moto`;
  }

  /** Remembers the credentials of a role from an answer of STS. */
  learn(request: WholeRequest, answer: WholeAnswer): void {
    if (scopeOf(request)?.service !== "sts") return;
    const text = answer.body.toString();
    const [, accessKey] = /<AccessKeyId>([^<]+)</.exec(text) ?? [];
    const [, role] = /<Arn>(arn:aws[^:]*:sts::\d{12}:assumed-role\/[^<]+)</.exec(text) ?? [];
    if (accessKey !== undefined && role !== undefined) this.roles.set(accessKey, role);
  }
}
