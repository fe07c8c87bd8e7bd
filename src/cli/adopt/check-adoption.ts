import { proofInWords } from "../../adoption/proof";
import { readyStack, type StackOptions } from "../plans/stack";
import { proveIn } from "./prove";

export interface CheckAdoptionOptions extends StackOptions {
  readonly say: (line: string) => void;
}

/** Proves that the next plan of an environment destroys and replaces nothing. */
export async function runCheckAdoption(options: CheckAdoptionOptions): Promise<boolean> {
  const ready = await readyStack(options);
  const proof = await proveIn(ready.terraform(), options);
  for (const line of proofInWords(proof)) options.say(line);
  options.say(proof.holds ? "Nothing is destroyed, nothing is replaced." : "This plan destroys or replaces something.");
  return proof.holds;
}
