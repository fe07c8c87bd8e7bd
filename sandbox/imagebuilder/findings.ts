/** A finding of Amazon Inspector on a test instance, from a control call. */
export interface Finding {
  readonly vulnerabilityId: string;
  readonly severity: string;
  readonly packageName: string;
}

const severities = ["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL", "UNTRIAGED"];

/**
 * Parses findings from a control call.
 *
 * @throws Error with a message for the user if a finding is invalid
 */
export function findingsFrom(value: unknown): Finding[] {
  if (!Array.isArray(value)) throw new Error("findings: write a list");
  return value.map((each: unknown) => {
    const { vulnerabilityId, severity, packageName } = (each ?? {}) as Record<string, unknown>;
    if (typeof vulnerabilityId !== "string" || typeof packageName !== "string")
      throw new Error("a finding has a vulnerabilityId and a packageName");
    if (typeof severity !== "string" || !severities.includes(severity))
      throw new Error(`severity ${JSON.stringify(severity)}: write one of ${severities.join(", ")}`);
    return { vulnerabilityId, severity, packageName };
  });
}

/** Counts findings by severity. Source: API type SeverityCounts, which has no count for lower severities. */
export function severityCounts(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return { all: findings.length, critical: count("CRITICAL"), high: count("HIGH"), medium: count("MEDIUM") };
}
