import type { YamlSource } from "../../problems/yaml-source";
import type { TextNode } from "../../problems/yaml-tree";
import type { ScriptText } from "./script-text";

/**
 * Matches the beginning of user data that cloud-init processes, in any case and after any blanks. Source: cloud-init, "User-data formats".
 */
const cloudInit =
  /^\s*(#!|#cloud-config|#cloud-boothook|#include|#part-handler|## template:\s*jinja|content-type:|mime-version:)/i;

/** Matches user data that EC2Launch runs. Source: EC2 User Guide, "How Amazon EC2 handles user data for Windows instances". */
const ec2Launch = /<(powershell|script)>|^\s*version:/im;

/** Checks whether an instance runs the user data. True on macOS, for which AWS does not document the formats as closely. */
export function isRun(userData: string, platform: string): boolean {
  if (platform === "Windows") return ec2Launch.test(userData);
  return platform !== "Linux" || cloudInit.test(userData);
}

const insteadOfRestart = "leave it to a component, which can use the Reboot action: Image Builder waits for this start";

/** Returns the bash and PowerShell scripts in user data. */
export function userDataScripts(node: TextNode, source: YamlSource): ScriptText[] {
  const part = (language: ScriptText["language"], from: number, to: number): ScriptText => ({
    language,
    text: node.value.slice(from, to),
    where: "the user data",
    insteadOfRestart,
    span: (start, end) => source.spanWithin(node, from + start, from + end),
  });
  const { value } = node;
  if (/^\s*#!\s*\S*\/(env\s+)?(ba|da)?sh\b/.test(value)) return [part("bash", 0, value.length)];
  return [...value.matchAll(/<powershell>([^]*?)<\/powershell>/gi)].map(({ index, 1: text = "" }) => {
    const from = index + "<powershell>".length;
    return part("powershell", from, from + text.length);
  });
}
