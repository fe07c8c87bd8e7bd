import type { ShellCommand } from "./bash-commands";

/** A part of a script. */
export interface ScriptSpan {
  readonly offset: number;
  /** The text as written. */
  readonly text: string;
}

/**
 * Returns commands of a bash script that restart the machine without AWSTOE. Returns none if the script exits with 194, which asks AWSTOE
 * to restart the machine and run the step again.
 */
export function bashReboots(script: string, commands: readonly ShellCommand[]): ScriptSpan[] {
  if (/\bexit\s+194\b/.test(script)) return [];
  return commands
    .filter(({ name, rest }) => {
      if (name === "reboot") return !/\s--help\b/.test(rest);
      if (name === "shutdown") return /\s(-[a-zA-Z]*r[a-zA-Z]*|--reboot)(\s|$)/.test(rest);
      if (name === "systemctl") return /^(\s+-\S+)*\s+reboot(\s|$)/.test(rest);
      return (name === "init" || name === "telinit") && /^\s+6(\s|$)/.test(rest);
    })
    .map(({ name, rest, offset }) => ({ offset, text: (name + rest).trim() }));
}

/**
 * Returns commands of a PowerShell script that restart the machine without AWSTOE. Returns none if the script exits with 3010, the exit
 * code that asks AWSTOE for a restart.
 *
 * @param code script without strings and comments
 */
export function powershellReboots(script: string, code: string): ScriptSpan[] {
  if (/\bexit\s+3010\b/i.test(script)) return [];
  const restart =
    /(?<=^|[;&|({\n])([ \t]*)(Restart-Computer\b(?! *-WhatIf)|shutdown(?:\.exe)?[ \t]+[^\n;]{0,200}?[/-]r\b)/gi;
  return [...code.matchAll(restart)].map(({ index, 1: indent = "", 2: text = "" }) => ({
    offset: index + indent.length,
    text,
  }));
}
