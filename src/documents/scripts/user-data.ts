import type { YamlSource } from "../../problems/yaml-source";
import type { TextNode } from "../../problems/yaml-tree";
import type { ScriptText } from "./script-text";

/** What cloud-init takes user data for, by how it starts. Source: cloud-init, "User-data formats"; it takes any case, after any blanks. */
const cloudInit =
  /^\s*(#!|#cloud-config|#cloud-boothook|#include|#part-handler|## template:\s*jinja|content-type:|mime-version:)/i;

/** What EC2Launch runs. Source: EC2 User Guide, "How Amazon EC2 handles user data for Windows instances". */
const ec2Launch = /<(powershell|script)>|^\s*version:/im;

/** Whether anything on the instance runs the user data. On macOS, what runs it is not documented as closely, so it is taken to. */
export function isRun(userData: string, platform: string): boolean {
  if (platform === "Windows") return ec2Launch.test(userData);
  return platform !== "Linux" || cloudInit.test(userData);
}

const insteadOfRestart = "leave it to a component, which can use the Reboot action: Image Builder waits for this start";

/** The scripts in user data, in the languages that are checked. */
export function userDataScripts(node: TextNode, source: YamlSource): ScriptText[] {
  const part = (language: ScriptText["language"], from: number, to: number): ScriptText => ({
    language,
    text: node.value.slice(from, to),
    step: "the user data",
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
