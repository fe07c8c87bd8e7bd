/** Returns the first and last port of a single port or a range: 443, "443" or "8000-8080". */
export function portRange(written: number | string): { readonly from: number; readonly to: number } {
  const [from = 0, to = from] = String(written).split("-").map(Number);
  return { from, to };
}
