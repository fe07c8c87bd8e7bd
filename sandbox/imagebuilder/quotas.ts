import { defaultQuotas } from "../../src/aws/quotas";

const counted = ["componentsPerRecipe", "workflowsPerImage"] as const;

type Counted = (typeof counted)[number];

/** Quotas that the sandbox enforces. Default: those of a new account. */
export class Quotas {
  private raised: Readonly<Partial<Record<Counted, number>>> = {};

  get state(): Readonly<Record<Counted, number>> {
    const { componentsPerRecipe, workflowsPerImage } = { ...defaultQuotas, ...this.raised };
    return { componentsPerRecipe, workflowsPerImage };
  }

  /**
   * Raises quotas by name. Omitted quotas stay unchanged.
   *
   * @throws Error with a message for the user if a quota is invalid; then changes nothing
   */
  raise(quotas: unknown): void {
    if (typeof quotas !== "object" || quotas === null || Array.isArray(quotas))
      throw new Error(`write a map with ${counted.join(", ")}`);
    for (const [name, number] of Object.entries(quotas)) {
      if (!counted.includes(name as Counted)) throw new Error(`"${name}": the quotas are ${counted.join(" and ")}`);
      if (!Number.isInteger(number) || (number as number) < 1)
        throw new Error(`${name} ${JSON.stringify(number)}: write a whole number from 1`);
    }
    this.raised = { ...this.raised, ...quotas };
  }

  /** Restores the quotas of a new account. */
  reset(): void {
    this.raised = {};
  }
}
