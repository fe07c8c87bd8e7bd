import { scopeOf } from "../signature";
import type { WholeAnswer, WholeRequest } from "./exchange";

/** moto takes the account of a request from this header. */
export const accountHeader = "x-moto-account-id";

/** Whose requests are whose: all are of one account, but for those with credentials of a role of another one. */
export class Accounts {
  private readonly byAccessKey = new Map<string, string>();

  constructor(private readonly own: string) {}

  of(request: WholeRequest): string {
    return this.byAccessKey.get(scopeOf(request)?.accessKey ?? "") ?? this.own;
  }

  /** Learns from an answer of STS that hands out credentials of a role. */
  learn(request: WholeRequest, answer: WholeAnswer): void {
    if (scopeOf(request)?.service !== "sts") return;
    const text = answer.body.toString();
    const [, accessKey] = /<AccessKeyId>([^<]+)</.exec(text) ?? [];
    const [, account] = /<Arn>arn:aws[^:]*:sts::(\d{12}):assumed-role\//.exec(text) ?? [];
    if (accessKey !== undefined && account !== undefined) this.byAccessKey.set(accessKey, account);
  }
}
