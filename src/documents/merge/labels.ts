/** Long enough to tell documents apart, short enough to leave room for the name behind it. */
const maxLength = 40;

/**
 * What stands before the names that come from each document: the end of its path, `linux/web/install` → `web-install`. A second use
 * gets a number. They hold no underscore, so that one can part them from the name.
 *
 * @param documents in the order of the merged document; what comes later changes no label before it
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
  // The first folder is the platform, which all of them share.
  const path = document.slice(document.indexOf("/") + 1);
  const label = path.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-/, "");
  return label.slice(0, maxLength).replace(/-$/, "") || "document";
}
