import list from "./rooms.json";

interface Room {
  /** Path of the folder, relative to the root. */
  readonly path: string;
  readonly holds: string;
  /** Rooms that this room may import. Default: all rooms above it. */
  readonly imports?: readonly string[];
}

const rooms: readonly Room[] = list;

/** Replaces the list of rooms in a page, which is between two comments. */
export function withRooms(page: string): string {
  const width = Math.max(...rooms.map(({ path }) => path.length));
  const lines = rooms.flatMap(({ path, holds, imports }) => [
    `${path.padEnd(width)}  ${holds}`,
    ...(imports === undefined ? [] : [`${" ".repeat(width)}  (imports ${imports.join(", ")})`]),
  ]);
  const block = ["<!-- rooms: begin -->", "", "```", ...lines, "```", "", "<!-- rooms: end -->"].join("\n");
  return page.replace(/<!-- rooms: begin -->[^]*<!-- rooms: end -->/, block);
}
