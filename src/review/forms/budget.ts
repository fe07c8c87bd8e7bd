/** Blocks of one kind, in their order; `name` is what is counted of those that do not fit. */
export interface Section {
  readonly name: string;
  readonly blocks: readonly string[];
}

/** Room for the sentence that says how many were left out. */
const RESERVE = 200;

/**
 * The blocks of all sections that fit, the first sections first; of each, how many did not. A block that is too long alone is left out, never
 * cut: half of a fence or a fold would take what follows with it. Bytes are counted, for nobody says what a character is.
 */
export function withinBudget(sections: readonly Section[], most: number): string[] {
  const nonempty = sections
    .map((section) => ({ ...section, blocks: section.blocks.filter((block) => block !== "") }))
    .filter(({ blocks }) => blocks.length > 0);
  // What has no name is short, and always there.
  const fixed = nonempty.filter(({ name }) => name === "").flatMap(({ blocks }) => blocks);
  let left = most - [...fixed].reduce((sum, block) => sum + size(block), 0) - RESERVE * nonempty.length;
  return nonempty.flatMap(({ name, blocks }) => {
    if (name === "") return blocks;
    const kept: string[] = [];
    for (const block of blocks) {
      const bytes = size(block);
      if (bytes > left) continue;
      left -= bytes;
      kept.push(block);
    }
    const missing = blocks.length - kept.length;
    const note = missing === 0 ? [] : [`*${missing} more ${name} did not fit; the page and the JSON have them all.*`];
    return [kept.join(isList(kept) ? "\n" : "\n\n"), ...note].filter((text) => text !== "");
  });
}

function size(block: string): number {
  return Buffer.byteLength(block) + 2;
}

function isList(blocks: readonly string[]): boolean {
  return blocks.every((block) => block.startsWith("- "));
}
