/** Maximum length of a label: long enough to tell documents apart, and short enough to leave room for the name after it. */
const maxLength = 40;

/**
 * Returns the prefix for names from each document: the end of the document's path, `linux/web/install` → `web-install`. A second use gets a
 * number. Labels contain no underscore, which separates the label from the name.
 *
 * @param documents in the order of the merged document; adding a document at the end does not change the labels before it
 */
export function labelsOf(documents: readonly string[]): string[] {
  const taken = new Set<string>();
  return documents.map((document) => {
    const base = labelOf(document);
    let label = base;
    for (let use = 2; taken.has(label); use++) label = `${base}-${use}`;
    taken.add(label);
    return label;
  });
}

function labelOf(document: string): string {
  // The first folder is the platform, which is the same for all merged documents.
  const path = document.slice(document.indexOf("/") + 1);
  const label = path.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-/, "");
  return label.slice(0, maxLength).replace(/-$/, "") || "document";
}
