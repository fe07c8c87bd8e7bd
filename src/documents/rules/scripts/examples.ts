/** Returns a step that runs the given bash commands. */
export function bash(...commands: readonly string[]): string {
  return running("ExecuteBash", ...commands);
}

export function running(action: string, ...commands: readonly string[]): string {
  const listed = commands.map((command) => `      - ${command}\n`);
  return `- name: Prepare\n  action: ${action}\n  inputs:\n    commands:\n${listed.join("")}`;
}

/** Returns a step that downloads a URL with curl. */
export function fetching(url: string): string {
  return `- name: Fetch\n  action: ExecuteBash\n  inputs:\n    commands:\n      - curl -fsS -O ${url}\n`;
}
