/** Ids that AWS would have chosen as a stack names them, and the ones that moto chose. */
export class Aliases {
  private readonly toMoto = new Map<string, string>();
  private readonly toClient = new Map<string, string>();

  add(named: string, chosen: string): void {
    this.toMoto.set(named, chosen);
    this.toClient.set(chosen, named);
  }

  /** A request's text, as moto takes it. */
  forMoto(text: string): string {
    return replaced(text, this.toMoto);
  }

  /** An answer's text, as the client takes it. */
  forClient(text: string): string {
    return replaced(text, this.toClient);
  }
}

/** Services whose resources have ids that nobody can choose. */
export const servicesWithIds: ReadonlySet<string> = new Set(["ec2", "kms"]);

function replaced(text: string, by: ReadonlyMap<string, string>): string {
  let result = text;
  for (const [from, to] of by) {
    // Also as a form has it: an ARN has `:` and `/`.
    for (const [a, b] of [
      [from, to],
      [encodeURIComponent(from), encodeURIComponent(to)],
    ] as const) {
      if (result.includes(a)) result = result.replace(new RegExp(`(?<![\\w-])${escaped(a)}(?![\\w-])`, "g"), () => b);
    }
  }
  return result;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
