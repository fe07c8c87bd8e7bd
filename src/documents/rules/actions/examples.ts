/** Returns a step that downloads a file from the given source. */
export function webDownload(source = "https://example.com/tool.rpm"): string {
  return `- name: Fetch\n  action: WebDownload\n  inputs:\n    - source: ${source}\n      destination: /tmp/tool.rpm\n`;
}

/** A step with inputs, to which more inputs can be appended. */
export const installMsi = "- name: Install\n  action: InstallMSI\n  inputs:\n    path: C:\\tool.msi\n";
