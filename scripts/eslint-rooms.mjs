import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/**
 * A room of the code: a folder with one purpose. It may import all rooms above it in the list, or only those in `imports` if it has that
 * list.
 *
 * @typedef {{ path: string, holds: string, imports?: string[], libraries?: ("cdktf" | "aws-sdk")[] }} Room
 */

const root = join(import.meta.dirname, "..");

/** @type {readonly Room[]} */
export const rooms = JSON.parse(readFileSync(join(import.meta.dirname, "rooms.json"), "utf8"));

/** Returns the room of a file. @param {string} file absolute */
function roomOf(file) {
  const path = relative(root, file).replaceAll("\\", "/");
  return rooms.find((room) => path.startsWith(`${room.path}/`));
}

/** Returns the paths of the rooms that a room may import. @param {Room} room */
function allowed(room) {
  return room.imports ?? rooms.slice(0, rooms.indexOf(room)).map(({ path }) => path);
}

/** Reports each import of a room that the importing file may not import. */
const order = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const own = roomOf(context.filename);
    if (own === undefined) return {};
    const check = ({ source }) => {
      if (typeof source?.value !== "string" || !source.value.startsWith(".")) return;
      const other = roomOf(resolve(dirname(context.filename), source.value));
      if (other === undefined || other === own || allowed(own).includes(other.path)) return;
      const message = `${own.path} may import ${allowed(own).join(", ") || "no other room"}; not ${other.path} (scripts/rooms.json).`;
      context.report({ node: source, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

export const plugin = { rules: { order } };
