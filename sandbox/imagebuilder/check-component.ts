import { parsed } from "./document";

/** Why the service would refuse a component document; undefined where it would not. */
export function checkComponent(document: string): Promise<string | undefined> {
  const { phases } = parsed(document);
  const isFilled = Array.isArray(phases) && phases.length > 0;
  return Promise.resolve(isFilled ? undefined : "Document has 0 phases. Phases list must not be empty.");
}
