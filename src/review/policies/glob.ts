/**
 * Whether every text that `inner` matches is matched by `outer`, too; both with `*` for any characters and `?` for one.
 * Never true by mistake; false where it cannot be seen.
 */
export function contains(outer: string, inner: string): boolean {
  if (outer === "*" || outer === inner) return true;
  if (!/[*?]/.test(outer)) return false;
  // A `*` of the inner pattern is matched by a `*` of the outer one alone, so it is a character like any other here.
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
