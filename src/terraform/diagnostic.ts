/** One machine-readable diagnostic of Terraform, reduced to what users read. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  /** Summary in one line. */
  readonly summary: string;
  /** Details in any number of lines; may be empty. */
  readonly detail: string;
  /** Address of the resource that the diagnostic concerns, such as `aws_s3_bucket.documents`. */
  readonly address?: string;
}

/** Reads a diagnostic from Terraform's JSON; returns undefined for any other value. */
export function toDiagnostic(value: unknown): Diagnostic | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { severity, summary, detail, address } = value as Record<string, unknown>;
  if ((severity !== "error" && severity !== "warning") || typeof summary !== "string") return undefined;
  return {
    severity,
    summary,
    detail: typeof detail === "string" ? detail : "",
    ...(typeof address === "string" && address !== "" ? { address } : {}),
  };
}

/** Reads Terraform's text output as one diagnostic and removes its frame of box characters. */
export function textDiagnostic(text: string): Diagnostic | undefined {
  const lines = text
    .split("\n")
    .map((line) => line.replace(/^[╷│╵]\s?/, "").trimEnd())
    .filter((line) => line !== "");
  const start = lines.findIndex((line) => line.startsWith("Error: "));
  const [summary, ...detail] = lines.slice(Math.max(start, 0));
  if (summary === undefined) return undefined;
  return { severity: "error", summary: summary.replace(/^Error: /, ""), detail: detail.join("\n") };
}

export function formatDiagnostic({ severity, summary, detail, address }: Diagnostic): string {
  const where = address === undefined ? "" : ` (${address})`;
  const rest = detail === "" ? [] : detail.split("\n").map((line) => (line === "" ? "" : `    ${line}`));
  return [`${severity}: ${summary}${where}`, ...rest].join("\n");
}
