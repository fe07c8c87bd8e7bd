/** An identity or resource policy in JSON. */
export interface Policy {
  readonly Version?: string;
  readonly Statement: readonly Statement[];
}

export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: Principal;
  readonly Action?: OneOrMore<string>;
  readonly NotAction?: OneOrMore<string>;
  readonly Resource?: OneOrMore<string>;
  readonly NotResource?: OneOrMore<string>;
  readonly Condition?: Conditions;
}

export type Principal = "*" | Readonly<Record<string, OneOrMore<string>>>;
export type Conditions = Readonly<Record<string, Readonly<Record<string, OneOrMore<string | boolean>>>>>;
export type OneOrMore<T> = T | readonly T[];

export function many<T>(value: OneOrMore<T> | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
