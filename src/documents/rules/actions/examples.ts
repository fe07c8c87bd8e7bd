/** A step that downloads from there. */
export function webDownload(source = "https://example.com/tool.rpm"): string {
  return `- name: Fetch\n  action: WebDownload\n  inputs:\n    - source: ${source}\n      destination: /tmp/tool.rpm\n`;
}

/** A step whose inputs may go on. */
export const installMsi = "- name: Install\n  action: InstallMSI\n  inputs:\n    path: C:\\tool.msi\n";
