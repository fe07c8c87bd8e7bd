/**
 * Blocks of one kind. `name` is the noun in the sentence that counts the omitted blocks; an empty name marks blocks that are never omitted.
 */
export interface Section {
  readonly name: string;
  readonly blocks: readonly string[];
}

/** Bytes reserved in each section for the sentence that counts omitted blocks. */
const RESERVE = 200;

/**
 * Returns the blocks that fit into `most` bytes, the first sections first, with the number of omitted blocks of each section. A block that
 * does not fit is omitted, never cut: half of a code fence or fold would include the following text. Bytes are counted because the exact
 * meaning of GitHub's limit in characters is not documented.
 */
export function withinBudget(sections: readonly Section[], most: number): string[] {
  const nonempty = sections
    .map((section) => ({ ...section, blocks: section.blocks.filter((block) => block !== "") }))
    .filter(({ blocks }) => blocks.length > 0);
  // Blocks without a name are short and always included.
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
