/** What Terraform says about a failure: its machine-readable diagnostics, kept to what a person reads. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  /** One line. */
  readonly summary: string;
  /** Any number of lines; may be empty. */
  readonly detail: string;
  /** The resource it is about, such as `aws_s3_bucket.documents`. */
  readonly address?: string;
}

/** Reads a diagnostic out of Terraform's JSON; undefined for anything else. */
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

/** Text output of Terraform as one diagnostic; its frame of box characters goes. */
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
