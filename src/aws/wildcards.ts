/**
 * Checks whether `outer` matches every text that `inner` matches. In both, `*` matches any characters and `?` one character. May return
 * false if this cannot be shown, but never returns true wrongly.
 */
export function contains(outer: string, inner: string): boolean {
  if (outer === "*" || outer === inner) return true;
  if (!/[*?]/.test(outer)) return false;
  // Only a `*` of the outer pattern matches a `*` of the inner one, so the inner `*` is treated as a character.
  const seen = new Set<number>();
  const width = inner.length + 1;
  const match = (o: number, i: number): boolean => {
    const state = o * width + i;
    if (seen.has(state)) return false;
    seen.add(state);
    if (o === outer.length) return i === inner.length;
    const wanted = outer[o];
    if (wanted === "*") return match(o + 1, i) || (i < inner.length && match(o, i + 1));
    if (i === inner.length) return false;
    const got = inner[i];
    return wanted === "?" ? got !== "*" && match(o + 1, i + 1) : wanted === got && match(o + 1, i + 1);
  };
  return match(0, 0);
}
