/** IDs in the form of AWS that a stack names, mapped to the IDs that moto chose. */
export class Aliases {
  private readonly toMoto = new Map<string, string>();
  private readonly toClient = new Map<string, string>();

  add(named: string, chosen: string): void {
    this.toMoto.set(named, chosen);
    this.toClient.set(chosen, named);
  }

  /** Replaces the IDs of the stack in a request with those of moto. */
  forMoto(text: string): string {
    return replaced(text, this.toMoto);
  }

  /** Replaces the IDs of moto in an answer with those of the stack. */
  forClient(text: string): string {
    return replaced(text, this.toClient);
  }
}

/** Services that choose the IDs of their resources. */
export const servicesWithIds: ReadonlySet<string> = new Set(["ec2", "kms"]);

function replaced(text: string, by: ReadonlyMap<string, string>): string {
  let result = text;
  for (const [from, to] of by) {
    // Also replaces the URL-encoded form, because an ARN contains `:` and `/`.
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
